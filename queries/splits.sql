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
    coalesce(CASE WHEN $language = 'en' THEN l.label_en END, l.label, o.split_value) AS label
FROM observation AS o
LEFT JOIN indicator AS i
    ON o.indicator = i.code
LEFT JOIN label AS l
    ON
        o.split = l.list
        AND o.split_value = l.code
        AND (l.domain IS NULL OR i.domain = l.domain)
WHERE
    ($indicator IS NULL OR o.indicator = $indicator)
    AND o.period = $period
    AND o.partner IS NOT DISTINCT FROM $partner
    AND o.split IS NOT NULL
    AND ($split IS NULL OR o.split = $split)
ORDER BY
    o.split ASC,
    try_cast(regexp_extract(o.split_value, '^[0-9]+') AS INTEGER) ASC NULLS LAST,
    o.split_value ASC
