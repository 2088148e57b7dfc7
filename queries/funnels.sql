SELECT
    f.indicator,
    f.period,
    f.period_kind AS kind,
    f.centre,
    f.units,
    f.phi,
    f.tau2
FROM funnel AS f
WHERE
    f.indicator = $indicator
    AND ($period IS NULL OR f.period = $period)
ORDER BY f.period DESC
