-- In the order of the file, which never changes and which DuckDB keeps: sorting anew would make a later
-- page take a hundred times as long.
SELECT
    o.indicator,
    o.partner,
    o.period,
    o.period_kind,
    o.period_start,
    o.period_end,
    o.split,
    o.split_value,
    o.numerator,
    o.denominator,
    o.clients,
    o.value,
    o.n,
    o.sd,
    o.suppressed,
    o.provisional,
    o.definition_version,
    o.lower,
    o.upper,
    o.status,
    o.strong,
    o.svd,
    o.path,
    o.movement,
    o.small,
    o.hidden_since
FROM observation AS o
WHERE
    ($indicator IS NULL OR o.indicator = $indicator)
    AND ($partner IS NULL OR o.partner = $partner)
    AND (NOT $only_together OR o.partner IS NULL)
    AND ($period IS NULL OR o.period = $period)
    AND ($period_kind IS NULL OR o.period_kind = $period_kind)
    AND ($split IS NULL OR o.split = $split)
    AND (NOT $only_totals OR o.split IS NULL)
    AND ($split_value IS NULL OR o.split_value = $split_value)
LIMIT $limit OFFSET $skip -- noqa: AM09
