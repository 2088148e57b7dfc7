-- What this version hides under a mask and an earlier one did not: since today, or since the day it said itself.
INSERT INTO hidden_since
SELECT
    $mask AS mask,
    m.row_id,
    CASE WHEN b.suppressed THEN b.hidden_since ELSE $today END AS since
FROM hidden_row AS m
INNER JOIN exact_observation AS o
    ON m.row_id = o.row_id
INNER JOIN earlier.observation AS b
    ON
        o.indicator = b.indicator
        AND o.period = b.period
        AND o.partner IS NOT DISTINCT FROM b.partner
        AND o.split IS NOT DISTINCT FROM b.split
        AND o.split_value IS NOT DISTINCT FROM b.split_value
WHERE
    m.mask = $mask
    AND CASE WHEN b.suppressed THEN b.hidden_since ELSE $today END IS NOT NULL
