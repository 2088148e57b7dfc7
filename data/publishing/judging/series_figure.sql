-- Where each figure stands in its series; a period in which the series breaks stands in none.
CREATE OR REPLACE TABLE series_figure AS
WITH break_at AS (
    SELECT
        b.indicator,
        p.code AS period,
        count(*) FILTER (WHERE b.broke_on <= p.starts_on) AS passed,
        bool_or(b.broke_on > p.starts_on AND b.broke_on <= p.ends_on) AS is_inside
    FROM series_break AS b
    CROSS JOIN period AS p
    GROUP BY b.indicator, p.code
),

series AS (
    SELECT
        s.indicator,
        s.partner,
        s.split,
        s.split_value,
        row_number() OVER (ORDER BY s.partner NULLS FIRST, s.indicator, s.split, s.split_value) AS number
    FROM (
        SELECT DISTINCT
            o.indicator,
            o.partner,
            o.split,
            o.split_value
        FROM exact_observation AS o
    ) AS s
)

SELECT
    o.row_id,
    o.indicator,
    o.partner,
    o.split IS NULL AS is_total,
    s.number AS series,
    list_position($kinds, o.period_kind) - 1 AS grain,
    (
        (year(o.period_start) * 12 + month(o.period_start) - 1) // $months[list_position($kinds, o.period_kind)]
    ) AS place,
    coalesce(b.passed, 0) AS stretch,
    coalesce(b.is_inside, FALSE) AS is_broken
FROM exact_observation AS o
INNER JOIN series AS s
    ON
        o.indicator = s.indicator
        AND o.partner IS NOT DISTINCT FROM s.partner
        AND o.split IS NOT DISTINCT FROM s.split
        AND o.split_value IS NOT DISTINCT FROM s.split_value
LEFT JOIN break_at AS b
    ON o.indicator = b.indicator AND o.period = b.period
WHERE list_contains($kinds, o.period_kind)
