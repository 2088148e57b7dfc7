-- What everybody may see in principle: final figures of all partners together, and of the population.
SELECT
    o.row_id,
    list_position($measures, c.measure) - 1 AS measure,
    (i.level = 'bevolking')::INTEGER AS is_population,
    (c.measure = 'count')::INTEGER AS is_count,
    o.least_clients,
    o.numerator,
    o.denominator,
    o.records,
    o.clients,
    o.value,
    -- What is delivered with decimals follows from no sum of whole numbers.
    CASE WHEN c.measure = 'count' AND o.value = round(o.value) THEN o.value END AS total,
    o.n,
    dense_rank() OVER (ORDER BY o.indicator) AS indicator,
    p.period_id,
    coalesce(list_position($splits, o.split), 0) AS split,
    CASE WHEN o.split IS NULL THEN 0 ELSE dense_rank() OVER (ORDER BY o.split, o.split_value) END AS part
FROM exact_observation AS o
INNER JOIN counted_indicator AS c
    ON o.indicator = c.indicator
INNER JOIN indicator AS i
    ON o.indicator = i.code
INNER JOIN period AS p
    ON o.period = p.code
SEMI JOIN released AS r
    ON
        o.period_kind = r.period_kind
        AND NOT r.of_partner
        AND o.split IS NOT DISTINCT FROM r.split
WHERE o.partner IS NULL AND NOT o.provisional
ORDER BY o.row_id ASC
