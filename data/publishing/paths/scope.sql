-- How far the care paths of a year or of the horizon reach: of how many partners, and of how many of them only
-- what follows within that partner.
CREATE OR REPLACE TABLE care_path_scope_row AS
WITH reached AS (
    SELECT DISTINCT
        f.domain,
        f.partner,
        f.ended_in
    FROM followed AS f
),

told AS (
    SELECT
        r.domain,
        r.partner,
        r.ended_in,
        coalesce(p.shared_pseudonyms, FALSE) AS shares,
        reach.latest_half_year <= h.starts_on AND settled.starts_on IS NULL AS provisional
    FROM reached AS r
    INNER JOIN partner AS p
        ON r.partner = p.code
    INNER JOIN partner_reach AS reach
        ON r.partner = reach.code
    INNER JOIN period AS h
        ON
            h.kind = 'half_year'
            AND make_date(r.ended_in, 12, 31) + to_months($window_months) BETWEEN h.starts_on AND h.ends_on
    LEFT JOIN settled_half_year AS settled
        ON
            r.partner = settled.partner
            AND h.starts_on = settled.starts_on
),

spanned AS (
    SELECT
        t.domain,
        t.partner,
        t.ended_in::VARCHAR AS period,
        'year' AS period_kind,
        t.ended_in,
        t.shares,
        t.provisional
    FROM told AS t
    UNION ALL
    SELECT
        t.domain,
        t.partner,
        $horizon AS period,
        'horizon' AS period_kind,
        t.ended_in,
        t.shares,
        t.provisional
    FROM told AS t
    WHERE t.ended_in BETWEEN $first_year AND $last_year
)

SELECT
    s.domain,
    s.partner,
    s.period,
    s.period_kind,
    $window_months::INTEGER AS window_months,
    min(s.ended_in)::INTEGER AS first_year,
    max(s.ended_in)::INTEGER AS last_year,
    count(DISTINCT s.partner)::INTEGER AS partners,
    (count(DISTINCT s.partner) FILTER (WHERE NOT s.shares))::INTEGER AS within,
    bool_or(s.provisional) AS provisional
FROM spanned AS s
GROUP BY
    GROUPING SETS (
        (s.domain, s.period, s.period_kind),
        (s.domain, s.period, s.period_kind, s.partner)
    )
