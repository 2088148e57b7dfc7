-- The partners of which there are figures, numbered in the order of their codes.
CREATE OR REPLACE TABLE numbered_partner AS
SELECT
    p.partner,
    (row_number() OVER (ORDER BY p.partner) - 1)::INTEGER AS number
FROM (
    SELECT DISTINCT e.partner
    FROM exact_observation AS e
    WHERE e.partner IS NOT NULL
) AS p
