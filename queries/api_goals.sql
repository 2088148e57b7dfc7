SELECT
    g.code,
    g.ambition,
    g.position,
    g.name,
    g.name_en,
    g.text,
    g.text_en,
    g.kind,
    g.indicator,
    g.baseline,
    g.baseline_year,
    g.target,
    g.target_year
FROM goal AS g
ORDER BY
    g.ambition ASC,
    g.position ASC,
    g.code ASC
LIMIT $limit OFFSET $skip
