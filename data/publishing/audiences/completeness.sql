-- How much is known of all partners together, without a split: of all of them where that may be read, else of those
-- of whom the steering group reads both counts beside their names, so that it is the sum of what it reads. No partner
-- reads the figures of another: for partners it is a share in whole percentages, of more of them than it could single
-- out. Only who agreed to deliver the indicator counts: help of another partner of the same kind is no missing answer.
-- So it is told of all only where nobody has records that could have had a value without having agreed to it.
INSERT INTO target.completeness BY NAME
WITH of_partner AS (
    SELECT
        o.indicator,
        i.domain,
        o.partner,
        o.period,
        o.eligible
    FROM exact_observation AS o
    INNER JOIN indicator AS i
        ON o.indicator = i.code
    WHERE
        o.partner IS NOT NULL
        AND o.split IS NULL
        AND o.eligible IS NOT NULL
),

of_partners AS (
    SELECT
        o.indicator,
        o.period,
        sum(o.eligible) AS eligible
    FROM of_partner AS o
    GROUP BY o.indicator, o.period
),

-- Who has records without any value has no figure; that somebody has them is what is left of all.
silent AS (
    SELECT
        o.indicator,
        i.domain,
        o.period
    FROM exact_observation AS o
    INNER JOIN indicator AS i
        ON o.indicator = i.code
    LEFT JOIN of_partners AS p
        ON
            o.indicator = p.indicator
            AND o.period = p.period
    WHERE
        o.partner IS NULL
        AND o.split IS NULL
        AND o.eligible != coalesce(p.eligible, 0)
),

-- Who can be among them: whoever sends records, but for those whose figures are all about the other domain.
sender AS (
    SELECT DISTINCT
        c.partner,
        o.domain
    FROM delivery_coverage AS c
    LEFT JOIN of_partner AS o
        ON c.partner = o.partner
    WHERE c.kind = 'trajecten'
),

of_others AS (
    SELECT
        o.indicator,
        o.period
    FROM of_partner AS o
    ANTI JOIN agreed_delivery AS a
        ON
            o.indicator = a.indicator
            AND o.partner = a.partner
            AND o.period = a.period
    WHERE o.eligible > 0
    UNION
    SELECT
        t.indicator,
        t.period
    FROM silent AS t
    INNER JOIN sender AS s
        ON coalesce(t.domain = s.domain, TRUE)
    ANTI JOIN of_partner AS o
        ON
            t.indicator = o.indicator
            AND t.period = o.period
            AND s.partner = o.partner
    ANTI JOIN agreed_delivery AS a
        ON
            t.indicator = a.indicator
            AND t.period = a.period
            AND s.partner = a.partner
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
        o.records = o.eligible OR x.indicator IS NULL AS is_of_who_agreed,
        coalesce(p.named, FALSE) AS is_named
    FROM exact_observation AS o
    INNER JOIN closed_mask AS m
        ON o.row_id = m.row_id
    INNER JOIN indicator AS i
        ON o.indicator = i.code
    LEFT JOIN readable AS r
        ON o.row_id = r.row_id
    LEFT JOIN of_others AS x
        ON
            o.indicator = x.indicator
            AND o.period = x.period
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
