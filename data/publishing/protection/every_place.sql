-- Every place where there is a figure, released or not, as numbers; -1 is all partners, or everybody.
CREATE OR REPLACE TABLE every_place AS
WITH place AS (
    SELECT DISTINCT
        o.partner,
        o.period,
        o.split,
        o.split_value
    FROM exact_observation AS o
    WHERE o.least_clients > 0
)

SELECT
    p.partner,
    p.period,
    p.split,
    p.split_value,
    row_number() OVER (ORDER BY p.partner, p.split, p.split_value, p.period) - 1 AS place_id,
    CASE WHEN p.partner IS NULL THEN -1 ELSE dense_rank() OVER (ORDER BY p.partner) - 1 END AS partner_id,
    dense_rank() OVER (ORDER BY p.period) - 1 AS period_id,
    CASE WHEN p.split IS NULL THEN -1 ELSE dense_rank() OVER (ORDER BY p.split) - 1 END AS split_id,
    CASE WHEN p.split IS NULL THEN -1 ELSE dense_rank() OVER (ORDER BY p.split, p.split_value) - 1 END AS value_id
FROM place AS p
