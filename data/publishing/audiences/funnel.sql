INSERT INTO target.funnel BY NAME
SELECT
    o.indicator,
    o.period,
    o.period_kind,
    d.centre,
    d.units,
    d.phi,
    d.tau2
FROM drawn_funnel AS d
INNER JOIN exact_observation AS o
    ON d.row_id = o.row_id
WHERE d.drawn_for = $kind
ORDER BY d.row_id ASC
