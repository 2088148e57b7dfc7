-- The figures of all partners together that one partner made up alone, and that it therefore knows. Who was asked
-- and had nobody has no part in them.
WITH made AS (
    SELECT
        a.indicator,
        a.place,
        count(*) AS partners,
        max(q.partner) FILTER (
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
        ON b.row_id = q.row_id AND q.partner IS NOT NULL AND q.least_clients > 0
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
    AND m.partners = 1
