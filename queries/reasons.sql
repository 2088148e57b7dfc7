SELECT
    o.indicator,
    o.partner,
    o.period,
    o.period_kind AS kind,
    o.period_start AS start,
    o.period_end AS "end",
    o.split,
    o.split_value,
    o.numerator,
    coalesce(o.denominator, o.n) AS denominator,
    o.records,
    o.clients,
    o.value,
    o.sd,
    o.q1,
    o.q3,
    o.eligible,
    o.asked,
    o.delivered_by,
    o.expected_from,
    o.suppressed,
    o.provisional,
    o.definition_version,
    o.scale,
    o.informant,
    o.measured_on,
    o.source,
    o.lower,
    o.upper,
    o.status,
    o.strong,
    o.svd,
    o.path,
    o.movement,
    o.small,
    o.hidden_since,
    i.computation,
    CASE WHEN i.computation LIKE 'reden_wmo%' THEN 'wmo' ELSE 'jeugd' END AS domain
FROM observation AS o
INNER JOIN indicator AS i ON o.indicator = i.code
WHERE
    i.computation LIKE 'reden%'
    AND o.period = $period
    AND o.partner IS NOT DISTINCT FROM $partner
    AND o.split IS NULL
ORDER BY
    domain ASC,
    i.computation ASC
