-- The exact file holds every row and hides nothing: nobody but a later publication reads it.
CREATE OR REPLACE TABLE audience_row AS
SELECT
    o.row_id,
    FALSE AS suppressed,
    FALSE AS small
FROM exact_observation AS o
