-- What this version hides under a mask and an earlier one did not: since today, or since the day it said itself.
INSERT INTO hidden_since
SELECT
    $mask AS mask,
    m.row_id,
    CASE WHEN b.suppressed THEN b.hidden_since ELSE $today END AS since
FROM hidden_row AS m
INNER JOIN seen_row AS b
    ON m.row_id = b.row_id
WHERE
    m.mask = $mask
    AND CASE WHEN b.suppressed THEN b.hidden_since ELSE $today END IS NOT NULL
