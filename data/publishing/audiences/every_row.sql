-- The exact file holds every row and hides nothing; what depends on a mask is not in it.
CREATE OR REPLACE TEMP TABLE audience_row AS
SELECT
    'none' AS mask,
    o.row_id,
    FALSE AS suppressed,
    FALSE AS small
FROM exact_observation AS o
