SELECT
    p.partner_id,
    p.period_id,
    p.split_id,
    p.value_id
FROM every_place AS p
ORDER BY p.place_id ASC
