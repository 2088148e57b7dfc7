SELECT
    s.code,
    s.goal,
    CASE WHEN $language = 'en' THEN coalesce(s.text_en, s.text) ELSE s.text END AS text
FROM strategy AS s
WHERE $goal IS NULL OR s.goal = $goal
ORDER BY
    s.goal ASC,
    length(s.code) ASC,
    s.code ASC
