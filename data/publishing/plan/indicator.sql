-- With the domain that its computation fixes, where it fixes one.
INSERT INTO target.indicator BY NAME
SELECT
    x.code,
    x.name,
    x.name_en,
    x.definition,
    x.definition_en,
    x.sentence,
    x.sentence_en,
    x.counted,
    x.counted_en,
    x.unit,
    x.decimals,
    x.direction,
    x.outcome_criterion,
    x.computation,
    x.level,
    i.domain,
    x.question,
    x.question_en,
    x.scale,
    x.cut_off,
    x.window_months,
    i.definition_version
FROM indicator AS x
INNER JOIN counted_indicator AS i
    ON x.code = i.indicator
ORDER BY x.row_number ASC
