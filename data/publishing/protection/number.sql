-- The indicators of which there are figures, numbered.
CREATE OR REPLACE TABLE numbered_indicator AS
SELECT
    i.indicator,
    (row_number() OVER (ORDER BY i.indicator) - 1)::INTEGER AS number
FROM (SELECT DISTINCT e.indicator FROM exact_observation AS e) AS i
