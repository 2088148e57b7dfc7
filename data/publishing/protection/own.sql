-- What partners know of figures of all partners: their own part in them, where that is released to nobody else.
SELECT
    a.indicator,
    a.place,
    o.least_clients AS clients,
    o.records,
    o.numerator,
    o.denominator,
    o.n,
    dense_rank() OVER (ORDER BY o.partner) AS partner,
    CASE WHEN c.measure = 'count' THEN o.value END AS amount
FROM part_of_all AS a
INNER JOIN exact_observation AS o
    ON a.row_id = o.row_id
INNER JOIN counted_indicator AS c
    ON o.indicator = c.indicator
ANTI JOIN closed_mask AS m
    ON a.row_id = m.row_id
WHERE
    o.partner IS NOT NULL
    AND o.least_clients > 0
ORDER BY
    a.indicator ASC,
    a.place ASC,
    o.partner ASC
