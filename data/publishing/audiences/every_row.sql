SELECT
    o.row_id,
    o.least_clients::DOUBLE AS clients,
    o.denominator,
    o.numerator
FROM exact_observation AS o
ORDER BY o.row_id ASC
