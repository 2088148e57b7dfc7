SELECT
    o.indicator,
    o.period,
    o.period_kind,
    o.period_start,
    o.period_end,
    o.partners,
    o.numerator,
    o.denominator,
    o.value,
    o.n,
    o.sd,
    o.provisional,
    o.definition_version,
    o.lower,
    o.upper,
    o.status,
    o.strong,
    o.svd,
    o.path,
    o.small
FROM other_partners AS o
ORDER BY
    o.indicator ASC,
    o.period_start ASC,
    o.period ASC
LIMIT $limit OFFSET $skip
