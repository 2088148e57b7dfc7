-- Of which shown figures others may read how many records could have had a value: where that is the number of records
-- of another shown figure at the same place (`eligible_told`), so that it tells nothing new.
CREATE OR REPLACE TABLE known_eligible AS
WITH shown AS (
    SELECT
        o.row_id,
        o.indicator,
        o.partner,
        o.period,
        o.split,
        o.split_value
    FROM exact_observation AS o
    INNER JOIN closed_mask AS m
        ON
            o.row_id = m.row_id
            AND NOT m.suppressed
    WHERE o.eligible IS NOT NULL
)

SELECT DISTINCT t.row_id
FROM eligible_told AS e
INNER JOIN shown AS t
    ON e.indicator = t.indicator
INNER JOIN shown AS w
    ON
        e.other = w.indicator
        AND t.period = w.period
        AND t.partner IS NOT DISTINCT FROM w.partner
        AND t.split IS NOT DISTINCT FROM w.split
        AND t.split_value IS NOT DISTINCT FROM w.split_value
