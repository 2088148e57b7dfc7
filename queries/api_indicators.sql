SELECT
    i.code,
    i.name,
    i.name_en,
    i.definition,
    i.definition_en,
    i.unit,
    i.decimals,
    i.direction,
    i.outcome_criterion,
    i.computation,
    i.level,
    i.domain,
    i.question,
    i.question_en,
    i.scale,
    i.cut_off,
    i.window_months,
    coalesce(i.definition_version, 1) AS definition_version
FROM indicator AS i
ORDER BY i.code ASC
LIMIT $limit OFFSET $skip
