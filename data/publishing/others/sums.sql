-- Of one indicator, for every figure of all partners together that is shown: the sums of all (part 0), of the
-- partners that the steering group sees apart (1) and of the others (2). A sum with something unknown is unknown.
WITH apart AS (
    SELECT
        o.period,
        o.numerator,
        o.denominator,
        o.records,
        o.clients,
        o.n,
        coalesce(o.n, 1) * o.value AS total,
        (o.n - 1) * o.sd ** 2 + o.n * o.value ** 2 AS squares,
        o.provisional,
        CASE
            WHEN o.partner IS NULL THEN 0
            WHEN coalesce(p.named, FALSE) AND NOT o.suppressed THEN 1
            ELSE 2
        END AS part
    FROM whole_figure AS o
    LEFT JOIN partner AS p
        ON o.partner = p.code
    WHERE
        o.indicator = $indicator
        AND (o.partner IS NOT NULL OR NOT o.suppressed)
)

SELECT
    t.row_id,
    p.period_id,
    a.part,
    c.comparator,
    c.low,
    c.high,
    count(*) AS partners,
    CASE WHEN count(*) = count(a.numerator) THEN sum(a.numerator) END AS numerator,
    CASE WHEN count(*) = count(a.denominator) THEN sum(a.denominator) END AS denominator,
    CASE WHEN count(*) = count(a.records) THEN sum(a.records) END AS records,
    CASE WHEN count(*) = count(a.clients) THEN sum(a.clients) END AS clients,
    CASE WHEN count(*) = count(a.n) THEN sum(a.n) END AS n,
    CASE WHEN count(*) = count(a.total) THEN sum(a.total) END AS total,
    CASE WHEN count(*) = count(a.squares) THEN sum(a.squares) END AS squares,
    bool_or(a.provisional)::INTEGER AS provisional
FROM whole_figure AS t
INNER JOIN period AS p
    ON t.period = p.code
INNER JOIN apart AS a
    ON t.period = a.period
LEFT JOIN criterion_in_force AS c
    ON
        t.indicator = c.indicator
        AND t.period = c.period
        AND c.partner IS NULL
WHERE
    t.indicator = $indicator
    AND t.partner IS NULL
GROUP BY t.row_id, p.period_id, a.part, c.comparator, c.low, c.high
QUALIFY count(*) OVER (PARTITION BY t.row_id) = 3
ORDER BY
    a.part ASC,
    t.row_id ASC
