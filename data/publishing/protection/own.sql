-- What partners know of figures of all partners: their own part in them, where that is released to nobody else.
SELECT
    a.indicator,
    a.place,
    o.least_clients AS clients,
    o.records,
    o.numerator,
    o.denominator,
    o.n,
    p.number AS partner,
    CASE WHEN c.measure = 'count' THEN o.value END AS amount
FROM part_of_all AS a
INNER JOIN exact_observation AS o
    ON a.row_id = o.row_id
INNER JOIN counted_indicator AS c
    ON o.indicator = c.indicator
INNER JOIN numbered_partner AS p
    ON o.partner = p.partner
ANTI JOIN closed_mask AS m
    ON a.row_id = m.row_id
WHERE
    o.least_clients > 0
ORDER BY
    a.indicator ASC,
    a.place ASC,
    p.number ASC
