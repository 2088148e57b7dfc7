-- The released figures of which the clients are known, with the counts that add up and whether the rule hides them;
-- `is_beside` is what a partner has beside the figure of all partners, not in it.
SELECT
    o.row_id,
    i.number AS indicator,
    p.place_id AS place,
    o.least_clients AS clients,
    o.records,
    o.numerator,
    o.denominator,
    o.n,
    CASE WHEN c.measure = 'count' THEN o.value END AS amount,
    m.suppressed,
    t.row_id IS NOT NULL AS told_before,
    NOT o.is_in_all AS is_beside,
    coalesce(l.least, 1) AS least
FROM exact_observation AS o
INNER JOIN numbered_indicator AS i
    ON o.indicator = i.indicator
INNER JOIN counted_indicator AS c
    ON o.indicator = c.indicator
INNER JOIN closed_mask AS m
    ON o.row_id = m.row_id
INNER JOIN released_place AS p
    ON
        o.partner IS NOT DISTINCT FROM p.partner
        AND o.period = p.period
        AND o.split IS NOT DISTINCT FROM p.split
        AND o.split_value IS NOT DISTINCT FROM p.split_value
LEFT JOIN told_before AS t
    ON o.row_id = t.row_id
LEFT JOIN least_before AS l
    ON o.row_id = l.row_id
WHERE o.least_clients > 0
ORDER BY
    indicator ASC,
    place ASC
