SELECT
    i.code,
    CASE WHEN $language = 'en' THEN coalesce(i.name_en, i.name) ELSE i.name END AS name,
    CASE WHEN $language = 'en' THEN coalesce(i.definition_en, i.definition) ELSE i.definition END AS definition,
    CASE WHEN $language = 'en' THEN coalesce(i.sentence_en, i.sentence) ELSE i.sentence END AS sentence,
    CASE WHEN $language = 'en' THEN coalesce(i.counted_en, i.counted) ELSE i.counted END AS counted,
    i.unit,
    coalesce(i.decimals, 0) AS decimals,
    i.direction,
    i.outcome_criterion,
    i.computation,
    i.level,
    i.domain,
    CASE WHEN $language = 'en' THEN coalesce(i.question_en, i.question) ELSE i.question END AS question,
    i.scale,
    i.cut_off,
    i.window_months,
    coalesce(i.definition_version, 1) AS definition_version
FROM indicator AS i
WHERE $code IS NULL OR i.code = $code
ORDER BY
    lower(CASE WHEN $language = 'en' THEN coalesce(i.name_en, i.name) ELSE i.name END) ASC,
    i.code ASC
