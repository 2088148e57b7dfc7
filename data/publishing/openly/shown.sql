-- The rounded figures of one indicator that everybody sees, with the criterion that each is held against.
SELECT
    g.row_id,
    g.numerator,
    g.denominator,
    g.records,
    g.clients,
    g.value,
    g.n,
    NULL::DOUBLE AS sd,
    p.period_id,
    c.comparator,
    c.low,
    c.high
FROM public_figure AS g
INNER JOIN exact_observation AS o
    ON g.row_id = o.row_id
INNER JOIN period AS p
    ON o.period = p.code
LEFT JOIN criterion_in_force AS c
    ON
        o.indicator = c.indicator
        AND o.period = c.period
        AND c.partner IS NULL
WHERE
    o.indicator = $indicator
    AND NOT g.suppressed
ORDER BY g.row_id ASC
