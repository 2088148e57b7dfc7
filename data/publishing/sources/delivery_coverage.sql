-- Per partner and half-year: was it agreed, did it come, when, and is it final.
CREATE OR REPLACE TABLE delivery_coverage AS
WITH half_year AS (
    SELECT
        p.code,
        p.starts_on,
        p.ends_on
    FROM period AS p
    WHERE p.kind = 'half_year'
),

agreed AS (
    SELECT DISTINCT
        a.partner,
        a.period
    FROM agreed_delivery AS a
    INNER JOIN half_year AS h
        ON a.period = h.code
    WHERE h.ends_on < $today
),

came AS (
    SELECT
        t.partner,
        t.delivery_period AS period,
        'trajecten' AS kind,
        count(*) AS row_count,
        max(d.received_at)::DATE AS received_on
    FROM trajectory AS t
    LEFT JOIN delivery AS d
        ON t.delivery_id = d.id
    GROUP BY t.partner, t.delivery_period
    UNION ALL
    SELECT
        d.partner,
        d.period,
        'trajecten' AS kind,
        max(d.rows) AS row_count,
        max(d.received_at)::DATE AS received_on
    FROM delivery AS d
    WHERE d.state = 'purged'
    GROUP BY d.partner, d.period
    UNION ALL
    SELECT
        a.partner,
        h.code AS period,
        'cijfers' AS kind,
        count(*) AS row_count,
        max(d.received_at)::DATE AS received_on
    FROM aggregate AS a
    INNER JOIN period AS p
        ON a.period = p.code
    INNER JOIN half_year AS h
        ON
            p.starts_on <= h.ends_on
            AND p.ends_on >= h.starts_on
    LEFT JOIN delivery AS d
        ON a.delivery_id = d.id
    WHERE a.partner IS NOT NULL AND p.kind != 'horizon'
    GROUP BY a.partner, h.code
),

received AS (
    SELECT
        c.partner,
        c.period,
        max(c.kind) AS kind,
        max(c.received_on) AS received_on,
        sum(c.row_count)::BIGINT AS row_count
    FROM came AS c
    GROUP BY c.partner, c.period
),

latest AS (
    SELECT
        r.partner,
        max(r.period) AS period
    FROM received AS r
    GROUP BY r.partner
)

SELECT
    p.code AS partner,
    h.code AS period,
    a.period IS NOT NULL AS expected,
    r.period IS NOT NULL AS delivered,
    r.kind,
    r.received_on,
    r.row_count AS rows,
    r.period IS NOT NULL AND (f.partner IS NOT NULL OR l.period > h.code) AS final
FROM partner AS p
CROSS JOIN half_year AS h
LEFT JOIN agreed AS a
    ON
        p.code = a.partner
        AND h.code = a.period
LEFT JOIN received AS r
    ON
        p.code = r.partner
        AND h.code = r.period
LEFT JOIN latest AS l
    ON p.code = l.partner
LEFT JOIN settled_half_year AS f
    ON
        p.code = f.partner
        AND h.starts_on = f.starts_on
WHERE a.period IS NOT NULL OR r.period IS NOT NULL
