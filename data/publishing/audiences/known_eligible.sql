-- Of which shown figures others may read how many records could have had a value: where that is the number of records
-- of another shown figure at the same place, so that it tells nothing new. The other indicator is one that misses no
-- value anywhere, and it has as many records wherever both stand: equal by chance at one place would tell. What is
-- released to nobody tells nothing, so it does not count.
CREATE OR REPLACE TABLE known_eligible AS
WITH told AS (
    SELECT
        o.row_id,
        o.indicator,
        i.domain,
        o.partner,
        o.period,
        o.split,
        o.split_value,
        o.records,
        o.eligible,
        NOT m.suppressed AS is_shown
    FROM exact_observation AS o
    INNER JOIN indicator AS i
        ON o.indicator = i.code
    INNER JOIN closed_mask AS m
        ON o.row_id = m.row_id
    WHERE o.eligible IS NOT NULL
),

whole AS (
    SELECT t.indicator
    FROM told AS t
    GROUP BY t.indicator
    HAVING bool_and(coalesce(t.records = t.eligible, FALSE))
),

beside AS (
    SELECT
        t.indicator,
        w.indicator AS other,
        bool_and(w.records = t.eligible) AS is_same,
        list(t.row_id) FILTER (WHERE t.is_shown AND w.is_shown) AS shown
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
    GROUP BY t.indicator, w.indicator
)

SELECT DISTINCT unnest(b.shown) AS row_id
FROM beside AS b
WHERE b.is_same
