-- Of all partners together only those count in the denominator that agreed to deliver the indicator: another
-- partner's help of the same kind is no missing answer. It is known where everybody agreed, or where the
-- figure of each of those partners is shown; else it is told nowhere.
WITH part AS (
    SELECT
        o.indicator,
        count(o.eligible) AS partners,
        sum(o.eligible) AS eligible
    FROM observation AS o
    WHERE
        o.period = $period
        AND o.partner IS NOT NULL
        AND o.split IS NULL
    GROUP BY o.indicator
),

widest AS (
    SELECT
        i.domain,
        max(o.expected_from) AS expected_from
    FROM observation AS o
    INNER JOIN indicator AS i
        ON o.indicator = i.code
    WHERE
        o.period = $period
        AND o.partner IS NULL
        AND o.split IS NULL
        AND i.computation != 'cijfers'
        AND i.level = 'partner'
    GROUP BY i.domain
)

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
    CASE
        WHEN o.partner IS NOT NULL THEN o.eligible
        WHEN o.expected_from = w.expected_from OR o.records = o.eligible THEN o.eligible
        WHEN p.partners = o.delivered_by THEN p.eligible
    END::BIGINT AS eligible,
    o.asked,
    o.suppressed
FROM observation AS o
INNER JOIN indicator AS i
    ON o.indicator = i.code
LEFT JOIN part AS p
    ON o.indicator = p.indicator
LEFT JOIN widest AS w
    ON i.domain IS NOT DISTINCT FROM w.domain
WHERE
    o.period = $period
    AND o.partner IS NOT DISTINCT FROM $partner
    AND o.split IS NULL
    AND i.level = 'partner'
    AND i.computation NOT LIKE 'reden\_%' ESCAPE '\'
ORDER BY
    lower(coalesce(CASE WHEN $language = 'en' THEN i.name_en END, i.name)) ASC,
    o.indicator ASC
