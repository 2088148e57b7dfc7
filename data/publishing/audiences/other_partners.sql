-- What the partners that do not stand apart come to together; only for who sees partners apart.
INSERT INTO target.other_partners BY NAME
SELECT
    o.indicator,
    o.period,
    o.period_kind,
    o.period_start,
    o.period_end,
    f.partners,
    f.numerator,
    f.denominator,
    f.records,
    f.value,
    f.n,
    f.sd,
    f.provisional,
    o.definition_version,
    o.scale,
    f.lower,
    f.upper,
    f.status,
    f.strong,
    f.svd,
    f.path,
    f.small
FROM other_figure AS f
INNER JOIN exact_observation AS o
    ON f.row_id = o.row_id
WHERE $kind = 'steering'
ORDER BY f.row_id ASC
