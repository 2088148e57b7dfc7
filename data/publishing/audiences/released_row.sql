-- The rows that every exact-count audience may see in principle, by what is released.
SELECT
    o.row_id,
    o.least_clients::DOUBLE AS clients,
    o.denominator,
    o.numerator
FROM exact_observation AS o
SEMI JOIN released AS r
    ON
        o.period_kind = r.period_kind
        AND (o.partner IS NOT NULL) = r.of_partner
        AND o.split IS NOT DISTINCT FROM r.split
ORDER BY o.row_id ASC
