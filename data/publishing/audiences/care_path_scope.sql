INSERT INTO target.care_path_scope BY NAME
SELECT
    s.domain,
    s.partner,
    s.period,
    s.period_kind,
    s.window_months,
    s.first_year,
    s.last_year,
    s.partners,
    s.within,
    s.provisional
FROM care_path_scope_chosen AS s
ORDER BY
    s.domain ASC,
    s.partner ASC NULLS FIRST,
    s.period ASC
