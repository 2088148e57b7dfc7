-- Coarser periods from finer ones, where every part was delivered. A client of two parts may be the same one.
INSERT INTO delivered_part BY NAME
WITH finer AS (
    SELECT
        d.indicator,
        d.partner,
        coarse.period_id,
        coarse.kind AS period_kind,
        coarse.starts_on,
        coarse.ends_on,
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
    INNER JOIN period AS coarse
        ON
            coarse.kind = $coarser
            AND d.starts_on >= coarse.starts_on
            AND d.ends_on <= coarse.ends_on
    WHERE
        d.period_kind = $finer
        AND d.is_additive
        AND i.measure != 'count'
),

complete AS (
    SELECT
        f.indicator,
        f.partner,
        f.period_id,
        f.split
    FROM finer AS f
    GROUP BY f.indicator, f.partner, f.period_id, f.split
    HAVING count(DISTINCT f.part_start) = $parts
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
    bool_or(f.provisional) AS provisional,
    max(f.measured_on) AS measured_on,
    CASE WHEN count(DISTINCT f.informant) = 1 THEN max(f.informant) END AS informant,
    max(f.scale) AS scale,
    CASE WHEN count(DISTINCT f.source) = 1 THEN max(f.source) END AS source,
    TRUE AS is_additive
FROM finer AS f
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
