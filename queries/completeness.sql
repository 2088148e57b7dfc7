WITH figure AS (
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
        AND ($indicator IS NULL OR o.indicator = $indicator)
        AND ($indicator IS NOT NULL OR i.computation NOT LIKE 'reden\_%' ESCAPE '\')
)

SELECT
    f.partner,
    f.indicator,
    f.name,
    f.period,
    f.recorded,
    CASE WHEN f.partner IS NULL THEN c.known ELSE f.recorded END AS known,
    CASE WHEN f.partner IS NULL THEN c.eligible ELSE f.eligible END AS eligible,
    CASE
        WHEN f.partner IS NULL THEN c.share
        WHEN f.recorded <= f.eligible THEN f.recorded / f.eligible
    END AS share,
    c.partners,
    c.delivered_by,
    f.asked,
    f.suppressed
FROM figure AS f
LEFT JOIN completeness AS c
    ON
        f.partner IS NULL
        AND f.indicator = c.indicator
        AND f.period = c.period
ORDER BY
    lower(f.name) ASC,
    f.indicator ASC
