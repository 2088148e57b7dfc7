SELECT
    u.partner,
    u.n,
    u.value,
    u.place,
    u.adjusted_place
FROM funnel_unit AS u
WHERE
    u.indicator = $indicator
    AND u.period = $period
ORDER BY
    u.n ASC,
    u.value ASC
