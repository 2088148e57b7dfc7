SELECT
    o.split,
    count(o.value) AS shown,
    count(*) FILTER (WHERE o.suppressed) AS hidden
FROM observation AS o
WHERE
    o.indicator = $indicator
    AND o.split IS NOT NULL
GROUP BY o.split
ORDER BY o.split ASC
