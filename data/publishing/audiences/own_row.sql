-- All rows of one partner, in full.
SELECT
    o.row_id,
    o.least_clients::DOUBLE AS clients,
    o.denominator,
    o.numerator
FROM exact_observation AS o
WHERE o.partner = $partner
ORDER BY o.row_id ASC
