-- A year or horizon that still runs, from all parts that the partner delivered of this indicator so far, none missing.
-- Of parts within parts the longest counts; a part of which only the records tell may not be passed over either.
INSERT INTO delivered_part BY NAME
WITH reached AS (
    SELECT
        told.indicator,
        told.partner,
        max(told.ends_on) AS last_day
    FROM (
        SELECT
            d.indicator,
            d.partner,
            d.ends_on
        FROM delivered_part AS d
        WHERE d.period_kind != 'horizon'
        UNION ALL
        SELECT
            r.indicator,
            r.partner,
            p.ends_on
        FROM part AS r
        INNER JOIN period AS p
            ON r.period_id = p.period_id
        WHERE r.partner IS NOT NULL AND r.split IS NULL AND p.kind NOT IN ('year', 'horizon')
    ) AS told
    GROUP BY told.indicator, told.partner
),

finer AS (
    SELECT
        d.indicator,
        d.partner,
        coarse.period_id,
        coarse.kind AS period_kind,
        coarse.starts_on,
        coarse.ends_on,
        least(coarse.ends_on, r.last_day) AS last_day,
        d.split,
        d.split_value,
        d.starts_on AS part_start,
        d.ends_on AS part_end,
        d.numerator,
        d.denominator,
        d.records,
        d.clients,
        d.least_clients,
        d.n,
        d.total,
        d.squares,
        d.eligible,
        d.asked,
        d.provisional,
        d.measured_on,
        d.informant,
        d.scale,
        d.source
    FROM delivered_part AS d
    INNER JOIN counted_indicator AS i
        ON d.indicator = i.indicator
    INNER JOIN reached AS r
        ON
            d.indicator = r.indicator
            AND d.partner = r.partner
    INNER JOIN period AS coarse
        ON
            coarse.kind = $coarser
            AND d.starts_on >= coarse.starts_on
            AND d.ends_on <= coarse.ends_on
    WHERE
        d.period_kind NOT IN ($coarser, 'horizon')
        AND d.is_additive
        AND i.measure != 'count'
),

stretch AS (
    SELECT DISTINCT
        f.indicator,
        f.partner,
        f.period_id,
        f.split,
        f.starts_on,
        f.last_day,
        f.part_start,
        f.part_end
    FROM finer AS f
),

longest AS (
    SELECT
        s.indicator,
        s.partner,
        s.period_id,
        s.split,
        s.starts_on,
        s.last_day,
        s.part_start,
        s.part_end
    FROM stretch AS s
    ANTI JOIN stretch AS whole
        ON
            s.indicator = whole.indicator
            AND s.partner = whole.partner
            AND s.period_id = whole.period_id
            AND s.split IS NOT DISTINCT FROM whole.split
            AND s.part_start >= whole.part_start
            AND s.part_end <= whole.part_end
            AND s.part_end - s.part_start < whole.part_end - whole.part_start
),

complete AS (
    SELECT
        l.indicator,
        l.partner,
        l.period_id,
        l.split
    FROM longest AS l
    GROUP BY l.indicator, l.partner, l.period_id, l.split, l.starts_on, l.last_day
    HAVING max(l.part_end) >= l.last_day AND sum(l.part_end - l.part_start + 1) = max(l.part_end) - l.starts_on + 1
),

delivered AS (
    SELECT DISTINCT
        d.indicator,
        d.partner,
        d.period_id,
        d.split
    FROM delivered_part AS d
)

SELECT
    f.indicator,
    f.partner,
    f.period_id,
    f.period_kind,
    f.starts_on,
    f.ends_on,
    f.split,
    f.split_value,
    sum(f.numerator) AS numerator,
    sum(f.denominator) AS denominator,
    CASE WHEN count(*) = count(f.records) THEN sum(f.records) END::BIGINT AS records,
    sum(f.clients)::BIGINT AS clients,
    max(f.least_clients) AS least_clients,
    sum(f.n)::BIGINT AS n,
    sum(f.total) AS total,
    CASE WHEN count(*) = count(f.squares) THEN sum(f.squares) END AS squares,
    CASE WHEN count(*) = count(f.eligible) THEN sum(f.eligible) END::BIGINT AS eligible,
    CASE WHEN count(*) = count(f.asked) THEN sum(f.asked) END::BIGINT AS asked,
    1 AS delivered_by,
    bool_or(f.provisional) OR max(f.part_end) < f.ends_on AS provisional,
    max(f.measured_on) AS measured_on,
    CASE WHEN count(DISTINCT f.informant) = 1 THEN max(f.informant) END AS informant,
    max(f.scale) AS scale,
    CASE WHEN count(DISTINCT f.source) = 1 THEN max(f.source) END AS source,
    TRUE AS is_additive
FROM finer AS f
SEMI JOIN longest AS l
    ON
        f.indicator = l.indicator
        AND f.partner = l.partner
        AND f.period_id = l.period_id
        AND f.split IS NOT DISTINCT FROM l.split
        AND f.part_start = l.part_start
        AND f.part_end = l.part_end
SEMI JOIN complete AS c
    ON
        f.indicator = c.indicator
        AND f.partner = c.partner
        AND f.period_id = c.period_id
        AND f.split IS NOT DISTINCT FROM c.split
ANTI JOIN delivered AS d
    ON
        f.indicator = d.indicator
        AND f.partner = d.partner
        AND f.period_id = d.period_id
        AND f.split IS NOT DISTINCT FROM d.split
GROUP BY
    f.indicator, f.partner, f.period_id, f.period_kind, f.starts_on, f.ends_on, f.split, f.split_value
