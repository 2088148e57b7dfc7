SELECT
    a.code,
    a.goal,
    g.indicator AS goal_indicator,
    a.indicator,
    CASE WHEN $language = 'en' THEN coalesce(a.name_en, a.name) ELSE a.name END AS name,
    p.name AS owner,
    a.starts_on,
    a.ends_on,
    a.strategy
FROM action AS a
INNER JOIN goal AS g ON a.goal = g.code
LEFT JOIN partner AS p ON a.owner = p.code
WHERE
    ($indicator IS NULL OR coalesce(a.indicator, g.indicator) = $indicator)
    AND ($partner IS NULL OR a.owner = $partner)
ORDER BY
    a.starts_on ASC,
    a.code ASC
