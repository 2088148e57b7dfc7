-- Rounded counts and what follows from them, the verdict too; no movement, which would follow the rounding,
-- nor how many could have had a value or were asked, which no reader of this file gets to see.
INSERT INTO target.observation BY NAME
SELECT
    o.indicator,
    o.period,
    o.period_kind,
    o.period_start,
    o.period_end,
    o.split,
    o.split_value,
    g.numerator,
    g.denominator,
    g.records,
    g.clients,
    g.value,
    g.n,
    CASE WHEN NOT g.suppressed THEN o.delivered_by END AS delivered_by,
    o.expected_from,
    g.suppressed,
    o.provisional,
    o.definition_version,
    o.scale,
    o.informant,
    o.measured_on,
    o.source,
    j.lower,
    j.upper,
    CASE WHEN g.suppressed THEN 'suppressed' ELSE j.status END AS status,
    j.strong,
    j.svd,
    CASE WHEN g.suppressed THEN 'suppressed' ELSE j.path END AS path,
    CASE WHEN g.suppressed THEN 'suppressed' END AS movement,
    CASE WHEN NOT g.suppressed THEN g.small END AS small,
    CASE WHEN g.suppressed THEN h.since END AS hidden_since
FROM public_figure AS g
INNER JOIN exact_observation AS o
    ON g.row_id = o.row_id
LEFT JOIN public_judged AS j
    ON g.row_id = j.row_id
LEFT JOIN hidden_since AS h
    ON
        h.mask = 'public'
        AND g.row_id = h.row_id
ORDER BY o.row_id ASC
