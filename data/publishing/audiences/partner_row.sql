-- What a partner gets besides: its own figures in full.
CREATE OR REPLACE TEMP TABLE audience_row AS
SELECT
    'own' AS mask,
    m.row_id,
    m.suppressed,
    m.small
FROM own_mask AS m
INNER JOIN exact_observation AS o
    ON m.row_id = o.row_id
WHERE o.partner = $partner
