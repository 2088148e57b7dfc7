-- Records in which every agreed goal was reached, among those with goals.
CREATE OR REPLACE TEMP TABLE case_row AS
WITH scored AS (
    SELECT
        entry.record_id,
        count(*) AS agreed,
        count(*) FILTER (WHERE entry.score >= 0) AS reached
    FROM (
        SELECT
            r.record_id,
            unnest(string_split(r.gas, '|'))::DOUBLE AS score
        FROM record AS r
        WHERE r.goals_set IS NULL AND r.gas IS NOT NULL AND r.end_month IS NOT NULL
    ) AS entry
    GROUP BY entry.record_id
),

goals AS (
    SELECT
        r.record_id,
        r.goals_reached AS reached,
        r.goals_set AS agreed
    FROM record AS r
    WHERE r.goals_set > 0 AND r.goals_reached IS NOT NULL
    UNION ALL
    SELECT
        s.record_id,
        s.reached,
        s.agreed
    FROM scored AS s
)

SELECT
    r.partner,
    r.client,
    r.end_month AS month,
    r.care_form,
    r.age_group,
    r.referrer,
    r.municipality,
    r.informant,
    (g.reached >= g.agreed)::DOUBLE AS numerator,
    CASE WHEN g.agreed IS NOT NULL THEN 1 END AS denominator,
    NULL::DOUBLE AS value
FROM record AS r
LEFT JOIN goals AS g
    ON r.record_id = g.record_id
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
