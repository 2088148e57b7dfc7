SELECT
    o.partner,
    o.indicator,
    coalesce(CASE WHEN $language = 'en' THEN i.name_en END, i.name) AS name,
    o.period,
    -- Two denominators count hours and goals instead of records.
    coalesce(
        o.n,
        o.records,
        CASE WHEN i.computation NOT IN ('geleverd_toegewezen', 'doelen_behaald') THEN o.denominator END
    )::BIGINT AS recorded,
    o.eligible,
    o.asked,
    o.suppressed
FROM observation AS o
INNER JOIN indicator AS i
    ON o.indicator = i.code
WHERE
    o.period = $period
    AND o.partner IS NOT DISTINCT FROM $partner
    AND o.split IS NULL
    AND i.level = 'partner'
    AND i.computation NOT LIKE 'reden\_%' ESCAPE '\'
ORDER BY
    lower(i.name) ASC,
    o.indicator ASC
