SELECT
    r.goal,
    CASE WHEN $language = 'en' THEN coalesce(g.name_en, g.name) ELSE g.name END AS goal_name,
    g.position,
    g.indicator,
    r.partner,
    p.name AS partner_name,
    CASE WHEN $language = 'en' THEN coalesce(r.promise_en, r.promise) ELSE r.promise END AS promise
FROM responsibility AS r
INNER JOIN goal AS g ON r.goal = g.code
INNER JOIN partner AS p ON r.partner = p.code
WHERE $partner IS NULL OR r.partner = $partner
ORDER BY
    g.ambition ASC,
    g.position ASC,
    lower(p.name) ASC
