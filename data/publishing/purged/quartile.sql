-- Median and quartiles, where part of the records is gone.
CREATE OR REPLACE TEMP TABLE quartile AS
SELECT
    every.period_id,
    every.partner,
    every.split,
    every.split_number,
    quantile_cont(every.value, [0.25, 0.5, 0.75]) AS points
FROM (
    SELECT
        m.period_id,
        s.partner,
        s.split,
        s.split_number,
        s.value,
        unnest(range(s.times)) AS copy_number
    FROM single_value AS s
    INNER JOIN partner_month AS m
        ON s.partner = m.partner AND s.month = m.month
) AS every
GROUP BY
    GROUPING SETS (
        (every.period_id, every.split, every.split_number),
        (every.period_id, every.split, every.split_number, every.partner)
    )
