-- All rows of the partners, in full, as each of them gets its own.
SELECT
    o.row_id,
    o.least_clients::DOUBLE AS clients,
    o.denominator,
    o.numerator
FROM exact_observation AS o
WHERE o.partner IS NOT NULL
ORDER BY o.row_id ASC
