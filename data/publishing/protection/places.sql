SELECT
    p.partner,
    p.period,
    p.split,
    p.split_value
FROM released_place AS p
ORDER BY p.place_id ASC
