-- Of which indicators another one tells how many could have had a value, both as numbers.
SELECT
    i.number AS indicator,
    w.number AS other
FROM eligible_told AS e
INNER JOIN numbered_indicator AS i
    ON e.indicator = i.indicator
INNER JOIN numbered_indicator AS w
    ON e.other = w.indicator
WHERE e.indicator != e.other
ORDER BY
    indicator ASC,
    other ASC
