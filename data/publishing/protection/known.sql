-- The figures of all partners together that one partner made up alone, and that it therefore knows. A median that
-- another partner delivered stands beside it, and is not in the figure of all, which is one of trajectories.
WITH by_record AS (
    SELECT DISTINCT c.partner
    FROM delivery_coverage AS c
    WHERE c.kind = 'trajecten'
),

made AS (
    SELECT
        a.indicator,
        a.place,
        max(o.delivered_by) AS delivered_by,
        count(*) AS partners,
        arg_max(q.partner, (r.partner IS NOT NULL)::INTEGER) FILTER (
            WHERE
            o.records IS NOT DISTINCT FROM q.records
            AND o.n IS NOT DISTINCT FROM q.n
            AND o.denominator IS NOT DISTINCT FROM q.denominator
        ) AS partner
    FROM part_of_all AS a
    INNER JOIN exact_observation AS o
        ON a.row_id = o.row_id
    INNER JOIN part_of_all AS b
        ON a.indicator = b.indicator AND a.place = b.place
    INNER JOIN exact_observation AS q
        ON b.row_id = q.row_id AND q.partner IS NOT NULL
    LEFT JOIN by_record AS r
        ON q.partner = r.partner
    WHERE o.partner IS NULL
    GROUP BY a.indicator, a.place
)

SELECT
    m.indicator,
    m.place,
    m.partner
FROM made AS m
WHERE
    m.partner IS NOT NULL
    AND (m.partners = 1 OR m.delivered_by = 1)
