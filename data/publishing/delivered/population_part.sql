-- Figures about all inhabitants: the own region without a split, the regions beside it as a split by municipality.
CREATE OR REPLACE TABLE population_part AS
WITH region AS (
    SELECT
        m.indicator,
        m.region AS name,
        TRUE AS is_own
    FROM statline_measure AS m
    UNION ALL
    SELECT
        m.indicator,
        trim(unnest(string_split(m.compared_with, '|'))) AS name,
        FALSE AS is_own
    FROM statline_measure AS m
),

place AS (
    SELECT
        r.indicator,
        lower(coalesce(t.label, r.name)) AS name,
        bool_or(r.is_own) AS is_own
    FROM region AS r
    LEFT JOIN code_text AS t
        ON t.list = 'gemeente' AND r.name = t.code
    GROUP BY r.indicator, lower(coalesce(t.label, r.name))
),

mapped AS (
    SELECT DISTINCT m.indicator
    FROM statline_measure AS m
),

region_count AS (
    SELECT
        a.indicator,
        count(DISTINCT coalesce(a.municipality, '')) AS regions
    FROM aggregate AS a
    WHERE a.partner IS NULL
    GROUP BY a.indicator
),

placed AS (
    SELECT
        a.indicator,
        p.period_id,
        coalesce(t.label, a.municipality) AS region,
        coalesce(a.municipality IS NULL OR e.is_own OR (m.indicator IS NULL AND c.regions = 1), FALSE) AS is_own,
        e.name IS NOT NULL OR m.indicator IS NULL AS is_named,
        a.split,
        a.split_value,
        CASE WHEN i.measure IN ('proportion', 'ratio') THEN a.numerator END AS numerator,
        CASE WHEN i.measure IN ('proportion', 'ratio') THEN a.denominator END AS denominator,
        a.clients,
        CASE WHEN i.measure IN ('mean', 'median') THEN a.n END AS n,
        CASE i.measure WHEN 'mean' THEN a.n * a.value / i.per_share WHEN 'count' THEN a.value END AS total,
        CASE
            WHEN i.measure = 'mean' THEN (a.n - 1) * (a.sd / i.per_share) ** 2 + a.n * (a.value / i.per_share) ** 2
        END AS squares,
        a.value / i.per_share AS stated_value,
        a.asked,
        coalesce(a.status = 'voorlopig', FALSE) AS provisional,
        a.measured_on,
        a.informant,
        a.scale,
        a.source,
        a.delivery_id,
        a.row_number
    FROM aggregate AS a
    INNER JOIN counted_indicator AS i
        ON a.indicator = i.indicator
    INNER JOIN period AS p
        ON a.period = p.code
    INNER JOIN region_count AS c
        ON a.indicator = c.indicator
    LEFT JOIN mapped AS m
        ON a.indicator = m.indicator
    LEFT JOIN code_text AS t
        ON t.list = 'gemeente' AND a.municipality = t.code
    LEFT JOIN place AS e
        ON
            a.indicator = e.indicator
            AND lower(coalesce(t.label, a.municipality)) = e.name
    WHERE
        a.partner IS NULL
        AND (a.scale IS NULL OR i.scale IS NULL OR a.scale = i.scale)
)

SELECT
    b.indicator,
    b.period_id,
    CASE WHEN b.is_own THEN b.split ELSE 'gemeente' END AS split,
    CASE WHEN b.is_own THEN b.split_value ELSE b.region END AS split_value,
    b.numerator,
    b.denominator,
    b.clients,
    b.n,
    b.total,
    b.squares,
    b.stated_value,
    b.asked,
    b.provisional,
    b.measured_on,
    b.informant,
    b.scale,
    b.source
FROM placed AS b
WHERE b.is_own OR (b.is_named AND b.split IS NULL)
QUALIFY
    row_number() OVER (
        PARTITION BY
            b.indicator,
            b.period_id,
            CASE WHEN b.is_own THEN b.split ELSE 'gemeente' END,
            CASE WHEN b.is_own THEN b.split_value ELSE b.region END
        ORDER BY b.delivery_id DESC, b.row_number DESC
    ) = 1
