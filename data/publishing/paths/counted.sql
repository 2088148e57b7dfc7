-- How many paths each pair of care forms has, per year and over the horizon, of each partner and of all together.
CREATE OR REPLACE TABLE exact_care_path AS
WITH spanned AS (
    SELECT
        f.domain,
        f.partner,
        f.client,
        f.care_form,
        f.next_form,
        f.is_running,
        f.ended_as,
        f.days_between,
        f.days,
        f.hours,
        f.ended_in::VARCHAR AS period,
        'year' AS period_kind
    FROM followed AS f
    UNION ALL
    SELECT
        f.domain,
        f.partner,
        f.client,
        f.care_form,
        f.next_form,
        f.is_running,
        f.ended_as,
        f.days_between,
        f.days,
        f.hours,
        $horizon AS period,
        'horizon' AS period_kind
    FROM followed AS f
    WHERE f.ended_in BETWEEN $first_year AND $last_year
),

counted AS (
    SELECT
        s.domain,
        s.partner,
        s.period,
        s.period_kind,
        s.care_form,
        s.next_form,
        count(*) AS paths,
        count(DISTINCT s.client) AS clients,
        count(*) FILTER (WHERE s.ended_as = 'volgens_plan') AS planned,
        count(*) FILTER (
            WHERE s.ended_as IN ('in_overeenstemming', 'client', 'aanbieder', 'omstandigheden')
        ) AS early,
        count(*) FILTER (WHERE s.is_running) AS running,
        count(*) FILTER (WHERE s.ended_as IN ('onbekend', 'administratief')) AS unknown,
        median(s.days_between) AS days_between,
        quantile_cont(s.days, [0.25, 0.5, 0.75]) AS days,
        count(DISTINCT s.client) FILTER (WHERE s.days IS NOT NULL) AS days_clients,
        quantile_cont(s.hours, [0.25, 0.5, 0.75]) AS hours,
        count(DISTINCT s.client) FILTER (WHERE s.hours IS NOT NULL) AS hours_clients
    FROM spanned AS s
    GROUP BY
        GROUPING SETS (
            (s.domain, s.period, s.period_kind, s.care_form, s.next_form),
            (s.domain, s.period, s.period_kind, s.care_form, s.next_form, s.partner)
        )
)

SELECT
    (row_number() OVER (
        ORDER BY c.domain, c.partner NULLS FIRST, c.period_kind, c.period, c.care_form, c.next_form
    ))::INTEGER AS path_id,
    c.domain,
    c.partner,
    c.period,
    c.period_kind,
    c.care_form,
    c.next_form,
    c.paths,
    c.clients,
    c.planned,
    c.early,
    c.running,
    c.unknown,
    c.days_between,
    c.days,
    c.days_clients,
    c.hours,
    c.hours_clients
FROM counted AS c
