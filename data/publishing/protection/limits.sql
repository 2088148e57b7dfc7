-- What the figures of other indicators tell that figures are at most, or at least.
SELECT
    i.number AS indicator,
    p.place_id AS place,
    w.number AS other,
    s.at_most,
    s.at_least
FROM shown_beside AS s
INNER JOIN numbered_indicator AS w
    ON s.other = w.indicator
INNER JOIN exact_observation AS o
    ON s.row_id = o.row_id
INNER JOIN numbered_indicator AS i
    ON o.indicator = i.indicator
INNER JOIN released_place AS p
    ON
        o.partner IS NOT DISTINCT FROM p.partner
        AND o.period = p.period
        AND o.split IS NOT DISTINCT FROM p.split
        AND o.split_value IS NOT DISTINCT FROM p.split_value
ORDER BY
    indicator ASC,
    place ASC,
    other ASC
