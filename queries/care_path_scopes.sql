SELECT
    s.domain,
    s.partner,
    s.period,
    s.period_kind AS kind,
    s.window_months,
    s.first_year,
    s.last_year,
    s.partners,
    s.within,
    s.provisional
FROM care_path_scope AS s
ORDER BY
    s.period_kind ASC,
    s.period DESC,
    s.domain ASC,
    s.partner ASC NULLS FIRST
