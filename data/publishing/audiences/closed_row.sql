-- The figures of all partners together under the mask that everyone with lawful access shares; for the steering group
-- also those of each partner whose name may stand beside them, and for a partner its own in full.
CREATE OR REPLACE TEMP TABLE audience_row AS
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
WHERE o.partner IS NULL OR ($partner IS NULL AND coalesce(p.named, FALSE))
UNION ALL
SELECT
    'own' AS mask,
    m.row_id,
    m.suppressed,
    m.small
FROM own_mask AS m
INNER JOIN exact_observation AS o
    ON m.row_id = o.row_id
WHERE o.partner = $partner
