-- The criterion at the end of each period, as value of the indicator; a partner's own goes before the general one.
CREATE TABLE IF NOT EXISTS criterion_in_force AS
WITH asked AS (
    SELECT DISTINCT
        o.indicator,
        o.partner,
        o.period,
        o.period_end
    FROM exact_observation AS o
)

SELECT
    a.indicator,
    a.partner,
    a.period,
    list_position($comparators, c.comparator) - 1 AS comparator,
    c.value / i.per_share AS low,
    c.value_to / i.per_share AS high
FROM asked AS a
INNER JOIN counted_indicator AS i
    ON a.indicator = i.indicator
INNER JOIN criterion AS c
    ON
        a.indicator = c.indicator
        AND (c.partner IS NULL OR a.partner = c.partner)
        AND a.period_end >= c.valid_from
        AND (c.valid_to IS NULL OR a.period_end <= c.valid_to)
QUALIFY
    row_number() OVER (
        PARTITION BY a.indicator, a.partner, a.period
        ORDER BY (c.partner IS NOT NULL) DESC, c.valid_from DESC, c.row_number DESC
    ) = 1
