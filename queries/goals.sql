SELECT
    g.code,
    g.position,
    CASE WHEN $language = 'en' THEN coalesce(g.name_en, g.name) ELSE g.name END AS name,
    CASE WHEN $language = 'en' THEN coalesce(g.text_en, g.text) ELSE g.text END AS text,
    g.kind,
    g.indicator,
    g.baseline,
    g.baseline_year,
    g.target,
    g.target_year,
    a.code AS ambition,
    CASE WHEN $language = 'en' THEN coalesce(a.name_en, a.name) ELSE a.name END AS ambition_name,
    CASE WHEN $language = 'en' THEN coalesce(a.text_en, a.text) ELSE a.text END AS ambition_text,
    a.starts_on,
    a.ends_on
FROM goal AS g
INNER JOIN ambition AS a ON g.ambition = a.code
WHERE $indicator IS NULL OR g.indicator = $indicator
ORDER BY
    a.code ASC,
    g.position ASC,
    g.code ASC
