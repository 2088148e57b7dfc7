-- What each audience does not get to see of what is released to it.
CREATE OR REPLACE VIEW hidden_row AS
SELECT
    'closed' AS mask,
    c.row_id
FROM closed_mask AS c
WHERE c.suppressed
UNION ALL
SELECT
    'public' AS mask,
    p.row_id
FROM public_figure AS p
WHERE p.suppressed
