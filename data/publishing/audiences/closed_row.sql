-- The steering group gets every row under the closed mask; a partner those of all together, and its own in full.
CREATE OR REPLACE TABLE audience_row AS
SELECT
    m.row_id,
    m.suppressed,
    m.small
FROM closed_mask AS m
INNER JOIN exact_observation AS o
    ON m.row_id = o.row_id
WHERE $partner IS NULL OR o.partner IS NULL
UNION ALL
SELECT
    m.row_id,
    m.suppressed,
    m.small
FROM own_mask AS m
INNER JOIN exact_observation AS o
    ON m.row_id = o.row_id
WHERE o.partner = $partner
