-- Where one indicator tells of another how many could have had a value (`eligible_told`), what its figures limit as
-- they are shown by now: no answers are more than the cases, and no cases are fewer than the answers. Of all partners
-- the cases are as many more at least as some partner knows to be missing from its own answers.
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

own AS (
    SELECT
        a.place,
        o.indicator,
        o.partner,
        o.records,
        coalesce(o.records, o.n) AS answers
    FROM part_of_all AS a
    INNER JOIN exact_observation AS o
        ON
            a.row_id = o.row_id
            AND o.partner IS NOT NULL
            AND o.least_clients > 0
),

missing AS (
    SELECT
        a.row_id,
        e.other,
        max(w.records - coalesce(t.answers, 0)) AS missing
    FROM eligible_told AS e
    INNER JOIN figure AS f
        ON
            e.indicator = f.indicator
            AND f.partner IS NULL
    INNER JOIN part_of_all AS a
        ON f.row_id = a.row_id
    INNER JOIN own AS w
        ON
            e.other = w.indicator
            AND a.place = w.place
    LEFT JOIN own AS t
        ON
            e.indicator = t.indicator
            AND w.place = t.place
            AND w.partner = t.partner
    GROUP BY a.row_id, e.other
),

pair AS (
    SELECT
        t.row_id,
        w.row_id AS other_row,
        e.indicator,
        e.other,
        CASE WHEN w.is_shown THEN w.records END AS cases,
        CASE WHEN t.is_shown THEN t.answers END AS answers,
        greatest(least(coalesce(m.missing, 0), w.records - t.answers), 0) AS missing
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
    LEFT JOIN missing AS m
        ON
            t.row_id = m.row_id
            AND e.other = m.other
    WHERE e.indicator != e.other
),

told AS (
    SELECT
        p.row_id,
        p.other,
        p.cases - p.missing AS at_most,
        NULL AS at_least
    FROM pair AS p
    WHERE p.cases IS NOT NULL
    UNION ALL
    SELECT
        p.other_row AS row_id,
        p.indicator AS other,
        NULL AS at_most,
        p.answers + p.missing AS at_least
    FROM pair AS p
    WHERE p.answers IS NOT NULL
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
