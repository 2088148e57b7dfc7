-- Values as shares where the indicator is in percent, with baseline and target resolved.
INSERT INTO target.goal BY NAME
SELECT
    x.code,
    x.ambition,
    x.position,
    x.name,
    x.name_en,
    x.text,
    x.text_en,
    x.kind,
    x.indicator,
    g.baseline AS baseline_value,
    x.baseline_year,
    g.target_amount AS target_value,
    x.target_year,
    x.target_kind,
    g.target,
    g.baseline
FROM goal AS x
INNER JOIN resolved_goal AS g
    ON x.code = g.goal
ORDER BY x.row_number ASC
