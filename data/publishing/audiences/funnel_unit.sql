-- By size and value, so that the order says nothing about who is who; a partner's own point takes the place of the
-- one that others see.
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
WHERE
    (d.drawn_for = $kind AND d.code IS DISTINCT FROM $partner)
    OR (d.drawn_for = 'own' AND d.code = $partner)
ORDER BY
    d.row_id ASC,
    d.n ASC,
    d.value ASC
