-- Where one indicator tells of another how many could have had a value (`eligible_told`), what its figures limit as
-- they are shown by now: no answers are more than the cases, and no cases are fewer than the answers.
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
),

told AS (
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
)

SELECT
    i.number AS indicator,
    p.place_id AS place,
    w.number AS other,
    s.at_most,
    s.at_least
FROM told AS s
INNER JOIN numbered_indicator AS w
    ON s.other = w.indicator
INNER JOIN exact_observation AS o
    ON s.row_id = o.row_id
INNER JOIN numbered_indicator AS i
    ON o.indicator = i.indicator
INNER JOIN released_place AS p
    ON
        o.partner IS NOT DISTINCT FROM p.partner
        AND o.period = p.period
        AND o.split IS NOT DISTINCT FROM p.split
        AND o.split_value IS NOT DISTINCT FROM p.split_value
ORDER BY
    indicator ASC,
    place ASC,
    other ASC
