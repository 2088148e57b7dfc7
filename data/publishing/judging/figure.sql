-- The figures of one indicator as numbers, with the criterion that each is held against.
SELECT
    o.row_id,
    o.numerator,
    o.denominator,
    o.records,
    o.clients,
    o.value,
    o.n,
    o.sd,
    p.period_id,
    c.comparator,
    c.low,
    c.high
FROM exact_observation AS o
INNER JOIN period AS p
    ON o.period = p.code
LEFT JOIN criterion_in_force AS c
    ON
        o.indicator = c.indicator
        AND o.period = c.period
        AND o.partner IS NOT DISTINCT FROM c.partner
WHERE o.indicator = $indicator
ORDER BY o.row_id ASC
