-- By size and value, so that the order says nothing about who is who.
INSERT INTO target.funnel_unit BY NAME
SELECT
    o.indicator,
    o.period,
    d.partner,
    d.n,
    d.value,
    d.place,
    d.adjusted_place
FROM drawn_unit AS d
INNER JOIN exact_observation AS o
    ON d.row_id = o.row_id
ORDER BY
    d.row_id ASC,
    d.n ASC,
    d.value ASC
