SELECT
    b.indicator,
    b.broke_on,
    CASE WHEN $language = 'en' THEN coalesce(b.reason_en, b.reason) ELSE b.reason END AS reason
FROM series_break AS b
WHERE $indicator IS NULL OR b.indicator = $indicator
ORDER BY
    b.indicator ASC,
    b.broke_on ASC
