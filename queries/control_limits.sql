SELECT
    l.indicator,
    l.partner,
    l.period_kind AS kind,
    l.starts_on,
    l.ends_on,
    l.mean,
    l.lower,
    l.upper
FROM control_limit AS l
WHERE
    ($indicator IS NULL OR l.indicator = $indicator)
    AND (l.partner IS NOT DISTINCT FROM $partner OR $every_partner)
ORDER BY
    l.indicator ASC,
    l.partner ASC NULLS FIRST,
    l.starts_on ASC
