-- Joint trajectories: packages of two partners or more, by the year in which they began. Each counts once for all
-- partners together, and at each partner that takes part.
CREATE OR REPLACE TABLE exact_joint_care AS
WITH kept AS (
    SELECT
        t.partner,
        t.care_package,
        t.trajectory,
        arg_max(t.client, t.delivery_period) AS client,
        arg_max(t.evaluator, t.delivery_period) AS evaluator,
        min(t.started_on) AS started_on
    FROM trajectory AS t
    WHERE t.care_package IS NOT NULL
    GROUP BY t.partner, t.domain, t.care_form, t.care_package, t.trajectory
),

package AS (
    SELECT
        k.care_package,
        year(min(k.started_on)) AS began_in,
        min(k.client) AS client,
        min(k.evaluator) AS evaluator
    FROM kept AS k
    GROUP BY k.care_package
    HAVING count(DISTINCT k.partner) > 1
),

taking_part AS (
    SELECT DISTINCT
        k.partner,
        p.care_package,
        p.began_in,
        p.client,
        p.evaluator
    FROM package AS p
    INNER JOIN kept AS k
        ON p.care_package = k.care_package
),

spanned AS (
    SELECT
        t.partner,
        t.care_package,
        t.client,
        t.evaluator,
        t.began_in::VARCHAR AS period,
        'year' AS period_kind
    FROM taking_part AS t
    WHERE t.began_in >= year($first_day)
    UNION ALL
    SELECT
        t.partner,
        t.care_package,
        t.client,
        t.evaluator,
        $horizon AS period,
        'horizon' AS period_kind
    FROM taking_part AS t
    WHERE t.began_in BETWEEN $first_year AND $last_year
)

SELECT
    (row_number() OVER (ORDER BY s.partner NULLS FIRST, s.period_kind, s.period))::INTEGER AS joint_id,
    s.partner,
    s.period,
    s.period_kind,
    count(DISTINCT s.care_package) AS packages,
    count(DISTINCT s.client) AS clients,
    count(DISTINCT s.care_package) FILTER (
        WHERE s.evaluator = s.partner
    ) AS evaluated
FROM spanned AS s
GROUP BY
    GROUPING SETS (
        (s.period, s.period_kind),
        (s.period, s.period_kind, s.partner)
    )
