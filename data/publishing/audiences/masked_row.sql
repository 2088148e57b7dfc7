-- Every mask in force with its rows: what readers see of what is not their own, and partners of their own.
CREATE OR REPLACE VIEW masked_row AS
SELECT
    'closed' AS mask,
    c.row_id,
    c.suppressed,
    c.small
FROM closed_mask AS c
UNION ALL
SELECT
    'own' AS mask,
    w.row_id,
    w.suppressed,
    w.small
FROM own_mask AS w
