-- Every place where a figure is released: whose, when and of which part.
CREATE OR REPLACE TABLE released_place AS
WITH place AS (
    SELECT DISTINCT
        o.partner,
        o.period,
        o.split,
        o.split_value
    FROM exact_observation AS o
    INNER JOIN closed_mask AS m
        ON o.row_id = m.row_id
)

SELECT
    (row_number() OVER (ORDER BY p.partner NULLS FIRST, p.split NULLS FIRST, p.split_value, p.period) - 1)::INTEGER
        AS place_id,
    p.partner,
    p.period,
    p.split,
    p.split_value
FROM place AS p
