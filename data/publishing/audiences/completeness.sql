-- How much is known of all partners together, without a split: of all of them where that may be read, else of those
-- of whom the steering group reads both counts beside their names, so that it is the sum of what it reads. No partner
-- reads the figures of another: for partners it is a share in whole percentages, of more of them than it could single
-- out. Only who agreed to deliver the indicator counts: help of another partner of the same kind is no missing answer.
INSERT INTO target.completeness BY NAME
WITH widest AS (
    SELECT
        i.domain,
        o.period,
        max(o.expected_from) AS expected_from
    FROM exact_observation AS o
    INNER JOIN indicator AS i
        ON o.indicator = i.code
    WHERE
        o.partner IS NULL
        AND o.split IS NULL
        AND i.computation != 'cijfers'
        AND i.level = 'partner'
    GROUP BY i.domain, o.period
),

readable AS (
    SELECT k.row_id
    FROM known_eligible AS k
    UNION
    SELECT t.row_id
    FROM told_total AS t
    WHERE t.name = 'eligible'
),

counted AS (
    SELECT
        o.indicator,
        o.partner,
        o.period,
        o.delivered_by,
        -- Two denominators count hours and goals instead of records.
        coalesce(
            o.n,
            o.records,
            CASE WHEN i.computation NOT IN ('geleverd_toegewezen', 'doelen_behaald') THEN o.denominator END
        )::BIGINT AS known,
        CASE WHEN r.row_id IS NOT NULL THEN o.eligible END AS eligible,
        o.records = o.eligible OR o.expected_from = w.expected_from AS is_of_who_agreed,
        coalesce(p.named, FALSE) AS is_named
    FROM exact_observation AS o
    INNER JOIN closed_mask AS m
        ON o.row_id = m.row_id
    INNER JOIN indicator AS i
        ON o.indicator = i.code
    LEFT JOIN readable AS r
        ON o.row_id = r.row_id
    LEFT JOIN widest AS w
        ON
            i.domain IS NOT DISTINCT FROM w.domain
            AND o.period = w.period
    LEFT JOIN partner AS p
        ON o.partner = p.code
    WHERE
        NOT m.suppressed
        AND o.split IS NULL
        AND i.level = 'partner'
),

apart AS (
    SELECT
        c.indicator,
        c.period,
        count(*)::INTEGER AS partners,
        sum(c.known)::BIGINT AS known,
        sum(c.eligible)::BIGINT AS eligible
    FROM counted AS c
    WHERE
        c.is_named
        AND c.known <= c.eligible
    GROUP BY c.indicator, c.period
),

told AS (
    SELECT
        c.indicator,
        c.period,
        c.delivered_by AS partners,
        c.delivered_by,
        c.known,
        c.eligible,
        c.known / c.eligible AS share
    FROM counted AS c
    WHERE
        c.partner IS NULL
        AND c.is_of_who_agreed
        AND c.known <= c.eligible
    UNION ALL
    SELECT
        c.indicator,
        c.period,
        a.partners,
        c.delivered_by,
        CASE WHEN $kind = 'steering' THEN a.known END AS known,
        CASE WHEN $kind = 'steering' THEN a.eligible END AS eligible,
        CASE WHEN $kind = 'steering' THEN a.known / a.eligible ELSE round(a.known / a.eligible, 2) END AS share
    FROM counted AS c
    INNER JOIN apart AS a
        ON
            c.indicator = a.indicator
            AND c.period = a.period
    WHERE
        c.partner IS NULL
        AND NOT coalesce(c.is_of_who_agreed AND c.known <= c.eligible, FALSE)
        -- Less than half of it would stand for something else.
        AND (2 * a.known >= c.known OR 2 * a.partners >= c.delivered_by)
        AND ($kind = 'steering' OR a.partners > 3)
)

SELECT
    t.indicator,
    t.period,
    t.partners,
    t.delivered_by,
    t.known,
    t.eligible,
    t.share
FROM told AS t
WHERE $kind IN ('steering', 'partner')
ORDER BY
    t.indicator ASC,
    t.period ASC
