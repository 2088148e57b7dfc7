-- What all readers of a kind see alike, under the mask that everyone with lawful access shares: the figures of all
-- partners together, and for the steering group also those of each partner whose name may stand beside them.
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
WHERE o.partner IS NULL OR ($kind = 'steering' AND coalesce(p.named, FALSE))
