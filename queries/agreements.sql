SELECT
    a.partner,
    a.indicator,
    a.valid_from,
    a.valid_to,
    a.frequency,
    a.informant,
    a.moment,
    i.name AS instrument,
    p.name AS evaluator,
    a.evaluator IS NOT NULL AS has_evaluator
FROM agreement AS a
LEFT JOIN instrument AS i ON a.instrument = i.code
LEFT JOIN partner AS p ON a.evaluator = p.code
WHERE $partner IS NULL OR a.partner = $partner
ORDER BY
    a.partner ASC,
    a.indicator ASC,
    a.valid_from ASC
