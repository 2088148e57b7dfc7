-- What those with lawful access may see: figures of all partners together, and for who sees partners those of each
-- whose name may stand beside them.
CREATE OR REPLACE TABLE audience_row AS
SELECT
    'closed' AS mask,
    m.row_id,
    m.suppressed,
    m.small
FROM closed_mask AS m
INNER JOIN exact_observation AS o
    ON m.row_id = o.row_id
LEFT JOIN partner AS p
    ON o.partner = p.code
WHERE o.partner IS NULL OR ($with_partners AND coalesce(p.named, FALSE))
