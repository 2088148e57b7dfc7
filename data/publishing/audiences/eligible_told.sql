-- Of which indicators the number of records that could have had a value is the number of records of another: one that
-- misses no value anywhere, and that has as many records wherever both stand: equal by chance at one place would tell.
-- What is released to nobody tells nothing, so it does not count.
CREATE OR REPLACE TABLE eligible_told AS
WITH told AS (
    SELECT
        o.indicator,
        i.domain,
        o.partner,
        o.period,
        o.split,
        o.split_value,
        o.records,
        o.eligible
    FROM exact_observation AS o
    INNER JOIN indicator AS i
        ON o.indicator = i.code
    SEMI JOIN closed_mask AS m
        ON o.row_id = m.row_id
    WHERE o.eligible IS NOT NULL
),

whole AS (
    SELECT t.indicator
    FROM told AS t
    GROUP BY t.indicator
    HAVING bool_and(coalesce(t.records = t.eligible, FALSE))
)

SELECT
    t.indicator,
    w.indicator AS other
FROM told AS w
SEMI JOIN whole AS h
    ON w.indicator = h.indicator
INNER JOIN told AS t
    ON
        w.domain IS NOT DISTINCT FROM t.domain
        AND w.period = t.period
        AND w.partner IS NOT DISTINCT FROM t.partner
        AND w.split IS NOT DISTINCT FROM t.split
        AND w.split_value IS NOT DISTINCT FROM t.split_value
GROUP BY
    t.indicator,
    w.indicator
HAVING bool_and(w.records = t.eligible)
