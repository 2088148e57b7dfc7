-- What those with lawful access may see: figures of all partners together, and those of each for who sees partners.
CREATE OR REPLACE TABLE audience_row AS
SELECT
    'closed' AS mask,
    m.row_id,
    m.suppressed,
    m.small
FROM closed_mask AS m
INNER JOIN exact_observation AS o
    ON m.row_id = o.row_id
WHERE $with_partners OR o.partner IS NULL
