SELECT coalesce(CASE WHEN $language = 'en' THEN l.label_en END, l.label, s.region) AS name
FROM statline_measure AS s
LEFT JOIN label AS l
    ON
        s.region = l.code
        AND l.list = 'gemeente'
WHERE s.indicator = $indicator
ORDER BY s.table_code ASC
LIMIT 1
