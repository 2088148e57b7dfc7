-- Every figure there is, released or not, with its counts as they are and as they stand in the file that was written
-- (`seen_row`). What is released of a partner whose name may not stand beside it is in no file, and is protected.
SELECT
    i.number AS indicator,
    p.place_id AS place,
    b.suppressed,
    o.numerator,
    o.denominator,
    o.records,
    o.n,
    o.clients,
    o.eligible,
    o.asked,
    b.numerator AS seen_numerator,
    b.denominator AS seen_denominator,
    b.records AS seen_records,
    b.n AS seen_n,
    b.clients AS seen_clients,
    b.eligible AS seen_eligible,
    b.asked AS seen_asked,
    b.value AS seen_value,
    o.least_clients < $least AS is_small,
    m.row_id IS NOT NULL AS is_released,
    NOT o.is_in_all AS is_beside,
    CASE WHEN c.measure = 'count' THEN o.value END AS amount,
    CASE WHEN c.measure = 'count' THEN b.value END AS seen_amount
FROM exact_observation AS o
INNER JOIN numbered_indicator AS i
    ON o.indicator = i.indicator
INNER JOIN counted_indicator AS c
    ON o.indicator = c.indicator
INNER JOIN every_place AS p
    ON
        o.partner IS NOT DISTINCT FROM p.partner
        AND o.period = p.period
        AND o.split IS NOT DISTINCT FROM p.split
        AND o.split_value IS NOT DISTINCT FROM p.split_value
LEFT JOIN closed_mask AS m
    ON o.row_id = m.row_id
LEFT JOIN seen_row AS b
    ON o.row_id = b.row_id
WHERE o.least_clients > 0
ORDER BY
    indicator ASC,
    place ASC
