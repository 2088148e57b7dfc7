-- Every action with the series it should show in: of all partners and of its owner.
WITH reached AS (
    SELECT
        s.indicator,
        s.partner,
        s.series,
        max(s.place) FILTER (WHERE s.grain = 1) AS quarter,
        max(s.place) FILTER (WHERE s.grain = 2) AS half_year
    FROM series_figure AS s
    WHERE s.is_total
    GROUP BY s.indicator, s.partner, s.series
),

meant AS (
    SELECT
        a.row_number,
        a.code,
        a.owner,
        a.starts_on,
        coalesce(a.indicator, g.indicator) AS indicator
    FROM action AS a
    INNER JOIN goal AS g
        ON a.goal = g.code
)

SELECT
    m.owner,
    m.code,
    m.indicator,
    r.partner,
    m.starts_on,
    r.series,
    r.quarter,
    r.half_year
FROM meant AS m
INNER JOIN reached AS r
    ON
        m.indicator = r.indicator
        AND (r.partner IS NULL OR m.owner = r.partner)
ORDER BY
    m.row_number ASC,
    r.partner ASC NULLS FIRST
