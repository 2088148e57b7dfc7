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
    l.indicator = $indicator
    AND ($kind IS NULL OR l.period_kind = $kind)
    AND l.partner IS NOT DISTINCT FROM $partner
ORDER BY l.starts_on ASC
