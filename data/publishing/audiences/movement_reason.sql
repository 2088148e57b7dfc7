INSERT INTO target.movement_reason BY NAME
SELECT
    o.indicator,
    o.partner,
    o.split,
    o.split_value,
    m.movement,
    m.basis,
    o.period_kind,
    o.period,
    m.points,
    m.rules,
    m.difference,
    m.lower,
    m.upper,
    m.sizes_vary
FROM moved_because AS m
SEMI JOIN audience_row AS r
    ON
        m.mask = r.mask
        AND m.row_id = r.row_id
INNER JOIN exact_observation AS o
    ON m.row_id = o.row_id
ORDER BY m.row_id ASC
