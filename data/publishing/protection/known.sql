-- The figures of all partners together that one partner made up alone, and that it therefore knows. A median that
-- another partner delivered stands beside it, and is not in the figure of all, which is one of trajectories.
WITH numbered AS (
    SELECT
        i.indicator,
        (row_number() OVER (ORDER BY i.indicator) - 1)::INTEGER AS number
    FROM (SELECT DISTINCT e.indicator FROM exact_observation AS e) AS i
),

by_record AS (
    SELECT DISTINCT c.partner
    FROM delivery_coverage AS c
    WHERE c.kind = 'trajecten'
),

made AS (
    SELECT
        i.number AS indicator,
        p.place_id AS place,
        max(o.delivered_by) AS delivered_by,
        count(*) AS partners,
        arg_max(q.partner, (r.partner IS NOT NULL)::INTEGER) FILTER (
            WHERE
            o.records IS NOT DISTINCT FROM q.records
            AND o.n IS NOT DISTINCT FROM q.n
            AND o.denominator IS NOT DISTINCT FROM q.denominator
        ) AS partner
    FROM exact_observation AS o
    INNER JOIN numbered AS i
        ON o.indicator = i.indicator
    INNER JOIN released_place AS p
        ON
            p.partner IS NULL
            AND o.period = p.period
            AND o.split IS NOT DISTINCT FROM p.split
            AND o.split_value IS NOT DISTINCT FROM p.split_value
    INNER JOIN exact_observation AS q
        ON
            o.indicator = q.indicator
            AND o.period = q.period
            AND o.split IS NOT DISTINCT FROM q.split
            AND o.split_value IS NOT DISTINCT FROM q.split_value
            AND q.partner IS NOT NULL
    LEFT JOIN by_record AS r
        ON q.partner = r.partner
    WHERE o.partner IS NULL
    GROUP BY i.number, p.place_id
)

SELECT
    m.indicator,
    m.place,
    m.partner
FROM made AS m
WHERE
    m.partner IS NOT NULL
    AND (m.partners = 1 OR m.delivered_by = 1)
