-- Where one indicator tells of another how many could have had a value (`eligible_told`), what its figures limit: no
-- answers are more than the cases that are shown, and no hidden cases are fewer than the answers that are shown. Made
-- once, as all stands open that the rule does not hide: what is hidden later is then asked a little too much.
CREATE OR REPLACE TABLE shown_beside AS
WITH figure AS (
    SELECT
        o.row_id,
        o.indicator,
        o.partner,
        o.period,
        o.split,
        o.split_value,
        o.records,
        NOT m.suppressed AS is_shown,
        coalesce(o.records, o.n) AS answers
    FROM exact_observation AS o
    INNER JOIN closed_mask AS m
        ON o.row_id = m.row_id
    WHERE o.least_clients > 0
),

pair AS (
    SELECT
        t.row_id,
        w.row_id AS other_row,
        e.indicator,
        e.other,
        CASE WHEN w.is_shown THEN w.records END AS at_most,
        CASE WHEN t.is_shown THEN t.answers END AS at_least
    FROM eligible_told AS e
    INNER JOIN figure AS t
        ON e.indicator = t.indicator
    INNER JOIN figure AS w
        ON
            e.other = w.indicator
            AND t.period = w.period
            AND t.partner IS NOT DISTINCT FROM w.partner
            AND t.split IS NOT DISTINCT FROM w.split
            AND t.split_value IS NOT DISTINCT FROM w.split_value
    WHERE e.indicator != e.other
)

SELECT
    p.row_id,
    p.other,
    p.at_most,
    NULL AS at_least
FROM pair AS p
WHERE p.at_most IS NOT NULL
UNION ALL
SELECT
    p.other_row AS row_id,
    p.indicator AS other,
    NULL AS at_most,
    p.at_least
FROM pair AS p
WHERE p.at_least IS NOT NULL
