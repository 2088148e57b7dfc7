-- The figures of each partner as it would deliver them itself; what only all partners together can show is left out.
SELECT
    o.indicator,
    o.partner,
    NULL AS municipality,
    o.period,
    o.split,
    o.split_value,
    o.numerator,
    o.denominator,
    o.clients,
    CASE WHEN o.numerator IS NULL THEN o.value * i.per_share END AS value,
    o.n,
    o.sd * i.per_share AS sd,
    o.q1 * i.per_share AS q1,
    o.q3 * i.per_share AS q3,
    o.records,
    o.eligible,
    o.asked,
    o.informant,
    o.scale,
    o.measured_on,
    CASE WHEN o.provisional THEN 'voorlopig' ELSE 'definitief' END AS status,
    $source AS source
FROM exact_observation AS o
INNER JOIN counted_indicator AS i
    ON o.indicator = i.indicator
INNER JOIN partner AS p
    ON o.partner = p.code
INNER JOIN indicator AS x
    ON o.indicator = x.code
WHERE NOT (coalesce(p.shared_pseudonyms, FALSE) AND list_contains($across_partners, x.computation))
ORDER BY o.row_id ASC
