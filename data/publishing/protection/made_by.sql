-- Which partners have a part in each figure of all partners together, released or not.
SELECT
    a.indicator,
    a.place,
    list(DISTINCT o.partner) AS partners
FROM part_of_all AS a
INNER JOIN exact_observation AS o
    ON a.row_id = o.row_id
WHERE
    o.partner IS NOT NULL
    AND o.least_clients > 0
GROUP BY a.indicator, a.place
