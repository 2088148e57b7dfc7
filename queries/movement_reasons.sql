SELECT
    m.indicator,
    m.partner,
    m.split,
    m.split_value,
    m.movement,
    m.basis,
    m.period_kind AS kind,
    m.period,
    m.points,
    CASE WHEN m.rules IS NULL THEN [] ELSE string_split(m.rules, ',') END AS rules,
    m.difference,
    m.lower,
    m.upper,
    m.sizes_vary
FROM movement_reason AS m
WHERE
    ($indicator IS NULL OR m.indicator = $indicator)
    AND (m.partner IS NOT DISTINCT FROM $partner OR $every_partner)
ORDER BY
    m.indicator ASC,
    m.split ASC NULLS FIRST,
    m.split_value ASC
