SELECT
    l.n,
    l.lower95,
    l.upper95,
    l.lower998,
    l.upper998
FROM funnel_limit AS l
WHERE
    l.indicator = $indicator
    AND l.period = $period
    AND l.adjusted = $adjusted
ORDER BY l.n ASC
