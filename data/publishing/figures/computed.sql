-- The figures of one indicator from records: per partner and for all partners together.
INSERT INTO part BY NAME
WITH of_partner AS (
    SELECT
        m.period_id,
        c.partner,
        c.split_number,
        sum(c.numerator) AS numerator,
        sum(c.denominator) AS denominator,
        sum(c.records) AS records,
        sum(c.total) AS total,
        sum(c.squares) AS squares,
        sum(c.eligible) AS eligible,
        bool_or(m.provisional) AS provisional,
        max(m.known_until) AS measured_on
    FROM cube AS c
    INNER JOIN partner_month AS m
        ON c.partner = m.partner AND c.month = m.month
    GROUP BY m.period_id, c.partner, c.split_number
),

summed AS (
    SELECT
        o.period_id,
        o.partner,
        o.split_number,
        o.numerator,
        o.denominator,
        o.records,
        o.total,
        o.squares,
        o.eligible,
        1 AS delivered_by,
        o.provisional,
        o.measured_on
    FROM of_partner AS o
    WHERE o.records > 0
    UNION ALL
    SELECT
        o.period_id,
        NULL AS partner,
        o.split_number,
        sum(o.numerator) AS numerator,
        sum(o.denominator) AS denominator,
        sum(o.records) AS records,
        sum(o.total) AS total,
        sum(o.squares) AS squares,
        sum(o.eligible) AS eligible,
        count(*) FILTER (WHERE o.records > 0) AS delivered_by,
        bool_or(o.provisional) AS provisional,
        max(o.measured_on) AS measured_on
    FROM of_partner AS o
    GROUP BY o.period_id, o.split_number
    HAVING sum(o.records) > 0
)

SELECT
    $indicator AS indicator,
    p.code AS partner,
    s.period_id,
    v.list AS split,
    CASE WHEN $domain IS NULL AND v.domain IS NOT NULL THEN v.domain || '-' || v.code ELSE v.code END AS split_value,
    s.numerator,
    s.denominator,
    s.records::BIGINT AS records,
    (s.records - coalesce(e.records, 0))::BIGINT AS clients,
    (s.records - coalesce(e.records, 0))::BIGINT AS least_clients,
    CASE WHEN $measure IN ('mean', 'median') THEN s.records::BIGINT END AS n,
    CASE WHEN $measure = 'mean' THEN s.total END AS total,
    CASE WHEN $measure = 'mean' THEN s.squares END AS squares,
    q.points[2] AS stated_value,
    q.points[1] AS q1,
    q.points[3] AS q3,
    s.eligible::BIGINT AS eligible,
    s.delivered_by,
    s.provisional,
    s.measured_on,
    'records' AS origin
FROM summed AS s
LEFT JOIN code_number AS p
    ON s.partner = p.number
LEFT JOIN code_number AS v
    ON s.split_number = v.number
LEFT JOIN surplus AS e
    ON
        s.period_id = e.period_id
        AND s.partner IS NOT DISTINCT FROM e.partner
        AND s.split_number IS NOT DISTINCT FROM e.split_number
LEFT JOIN quartile AS q
    ON
        s.period_id = q.period_id
        AND s.partner IS NOT DISTINCT FROM q.partner
        AND s.split_number IS NOT DISTINCT FROM q.split_number
