-- In which periods each month of each partner counts for this indicator, and whether that figure is still provisional.
-- A year or horizon counts while it runs; a cohort only when its follow-up window has passed. Where a partner also
-- delivered this indicator as cijfers, its records count from its first delivery of records.
CREATE OR REPLACE TEMP TABLE partner_month AS
WITH summarised AS (
    SELECT DISTINCT a.partner
    FROM aggregate AS a
    WHERE a.indicator = $indicator
),

reach AS (
    SELECT
        r.partner,
        r.code,
        r.last_day,
        r.latest_half_year,
        CASE WHEN s.partner IS NULL THEN $first_day ELSE greatest(r.first_day, $first_day) END AS first_day
    FROM partner_reach AS r
    LEFT JOIN summarised AS s
        ON r.code = s.partner
),

shown AS (
    SELECT
        r.partner,
        r.code,
        r.first_day,
        r.latest_half_year,
        p.period_id,
        p.starts_on,
        p.ends_on,
        least(p.ends_on, r.last_day) AS known_until
    FROM reach AS r
    INNER JOIN period AS p
        ON
            r.first_day <= CASE WHEN p.kind = 'horizon' THEN p.ends_on ELSE p.starts_on END
            AND r.last_day >= CASE WHEN p.kind IN ('year', 'horizon') THEN p.starts_on ELSE p.ends_on END
    WHERE $window_months IS NULL OR r.last_day >= p.ends_on + to_months($window_months)
)

SELECT
    s.partner,
    s.period_id,
    m.first_month AS month,
    s.known_until,
    s.ends_on > s.known_until OR (s.latest_half_year <= h.starts_on AND f.starts_on IS NULL) AS provisional
FROM shown AS s
INNER JOIN period AS m
    ON
        m.kind = 'month'
        AND s.starts_on <= m.starts_on
        AND s.known_until >= m.starts_on
        AND s.first_day <= m.starts_on
INNER JOIN period AS h
    ON
        h.kind = 'half_year'
        AND s.known_until BETWEEN h.starts_on AND h.ends_on
LEFT JOIN settled_half_year AS f
    ON
        s.code = f.partner
        AND h.starts_on = f.starts_on
