-- What partners know of figures of all partners: their own share in them, where that is released to nobody else.
-- A median that a partner delivered itself stands beside that of all; to take it for a share hides no less.
WITH numbered AS (
    SELECT
        i.indicator,
        (row_number() OVER (ORDER BY i.indicator) - 1)::INTEGER AS number
    FROM (SELECT DISTINCT e.indicator FROM exact_observation AS e) AS i
)

SELECT
    i.number AS indicator,
    p.place_id AS place,
    o.least_clients AS clients,
    o.records,
    o.numerator,
    o.denominator,
    o.n
FROM exact_observation AS o
INNER JOIN numbered AS i
    ON o.indicator = i.indicator
INNER JOIN released_place AS p
    ON
        p.partner IS NULL
        AND o.period = p.period
        AND o.split IS NOT DISTINCT FROM p.split
        AND o.split_value IS NOT DISTINCT FROM p.split_value
ANTI JOIN closed_mask AS m
    ON o.row_id = m.row_id
WHERE
    o.partner IS NOT NULL
    AND o.least_clients > 0
ORDER BY
    i.number ASC,
    p.place_id ASC,
    o.partner ASC
