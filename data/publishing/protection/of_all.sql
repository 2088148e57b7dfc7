-- Every figure with the number of its indicator and the place of the figure of all partners that it is or is part of.
-- What stands beside that figure is no part of it.
CREATE OR REPLACE TABLE part_of_all AS
SELECT
    o.row_id,
    i.number AS indicator,
    p.place_id AS place
FROM exact_observation AS o
INNER JOIN numbered_indicator AS i
    ON o.indicator = i.indicator
INNER JOIN released_place AS p
    ON
        p.partner IS NULL
        AND o.period = p.period
        AND o.split IS NOT DISTINCT FROM p.split
        AND o.split_value IS NOT DISTINCT FROM p.split_value
WHERE o.is_in_all
