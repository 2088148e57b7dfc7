-- Per partner what it has; for all partners what their records and their additive cijfers make together. What a partner
-- stated and does not add up (a median) stands beside that and is not in it. A view, because writing these rows down
-- takes longer than finding them twice.
CREATE OR REPLACE VIEW joined AS
WITH together AS (
    SELECT
        p.indicator,
        p.period_id,
        p.split,
        p.split_value,
        sum(p.numerator) AS numerator,
        sum(p.denominator) AS denominator,
        CASE WHEN count(*) = count(p.records) THEN sum(p.records) END::BIGINT AS records,
        sum(p.clients)::BIGINT AS clients,
        sum(p.least_clients)::BIGINT AS least_clients,
        sum(p.n)::BIGINT AS n,
        sum(p.total) AS total,
        CASE WHEN count(*) = count(p.squares) THEN sum(p.squares) END AS squares,
        max(p.stated_value) FILTER (WHERE p.origin = 'records') AS stated_value,
        max(p.q1) FILTER (WHERE p.origin = 'records') AS q1,
        max(p.q3) FILTER (WHERE p.origin = 'records') AS q3,
        CASE WHEN count(*) = count(p.eligible) THEN sum(p.eligible) END::BIGINT AS eligible,
        CASE WHEN count(*) = count(p.asked) THEN sum(p.asked) END::BIGINT AS asked,
        sum(p.delivered_by)::INTEGER AS delivered_by,
        bool_or(p.provisional) AS provisional,
        max(p.measured_on) AS measured_on,
        CASE WHEN count(*) = count(p.informant) AND count(DISTINCT p.informant) = 1 THEN max(p.informant) END
            AS informant,
        max(p.scale) AS scale,
        CASE WHEN count(*) = count(p.source) AND count(DISTINCT p.source) = 1 THEN max(p.source) END AS source
    FROM part AS p
    WHERE (p.origin = 'records' AND p.partner IS NULL) OR p.origin = 'additive'
    GROUP BY p.indicator, p.period_id, p.split, p.split_value
)

SELECT
    p.indicator,
    p.partner,
    p.period_id,
    p.split,
    p.split_value,
    p.numerator,
    p.denominator,
    p.records,
    p.clients,
    p.least_clients,
    p.n,
    p.total,
    p.squares,
    p.stated_value,
    p.q1,
    p.q3,
    p.eligible,
    p.asked,
    p.delivered_by,
    p.provisional,
    p.measured_on,
    p.informant,
    p.scale,
    p.source,
    p.origin != 'stated' AS is_in_all
FROM part AS p
WHERE p.partner IS NOT NULL
UNION ALL
SELECT
    t.indicator,
    NULL AS partner,
    t.period_id,
    t.split,
    t.split_value,
    t.numerator,
    t.denominator,
    t.records,
    t.clients,
    t.least_clients,
    t.n,
    t.total,
    t.squares,
    t.stated_value,
    t.q1,
    t.q3,
    t.eligible,
    t.asked,
    t.delivered_by,
    t.provisional,
    t.measured_on,
    t.informant,
    t.scale,
    t.source,
    TRUE AS is_in_all
FROM together AS t
UNION ALL
SELECT
    b.indicator,
    NULL AS partner,
    b.period_id,
    b.split,
    b.split_value,
    b.numerator,
    b.denominator,
    NULL AS records,
    b.clients,
    b.clients AS least_clients,
    b.n,
    b.total,
    b.squares,
    b.stated_value,
    NULL AS q1,
    NULL AS q3,
    NULL AS eligible,
    b.asked,
    NULL AS delivered_by,
    b.provisional,
    b.measured_on,
    b.informant,
    b.scale,
    b.source,
    TRUE AS is_in_all
FROM population_part AS b
ANTI JOIN together AS t
    ON
        b.indicator = t.indicator
        AND b.period_id = t.period_id
        AND b.split IS NOT DISTINCT FROM t.split
