-- The paths of one reader, without any number where they are hidden: the steering group those of all together and of
-- each named partner over the horizon; a partner those of all together, and its own in full.
CREATE OR REPLACE TEMP TABLE care_path_row AS
WITH released AS (
    SELECT
        c.path_id,
        c.partner IS NULL OR $partner IS NULL AS is_shared
    FROM exact_care_path AS c
    LEFT JOIN partner AS p
        ON c.partner = p.code
    WHERE
        $is_closed
        AND (
            c.partner IS NULL
            OR c.partner = $partner
            OR ($partner IS NULL AND c.period_kind = 'horizon' AND coalesce(p.named, FALSE))
        )
),

masked AS (
    SELECT
        r.path_id,
        r.is_shared,
        r.is_shared AND h.row_id IS NOT NULL AS suppressed
    FROM released AS r
    LEFT JOIN hidden_path AS h
        ON
            r.path_id = h.row_id
            AND (h.audience IS NULL OR h.audience = $partner)
)

SELECT
    c.domain,
    c.partner,
    c.period,
    c.period_kind,
    c.care_form,
    c.next_form,
    CASE WHEN NOT m.suppressed THEN c.paths END AS paths,
    CASE WHEN NOT m.suppressed THEN c.clients END AS clients,
    CASE WHEN NOT m.suppressed THEN c.planned END AS planned,
    CASE WHEN NOT m.suppressed THEN c.early END AS early,
    CASE WHEN NOT m.suppressed THEN c.running END AS running,
    CASE WHEN NOT m.suppressed THEN c.unknown END AS unknown,
    CASE WHEN NOT m.suppressed THEN c.days_between END AS days_between,
    CASE WHEN NOT m.suppressed AND (NOT m.is_shared OR c.days_clients >= $least) THEN c.days[2] END AS days,
    CASE WHEN NOT m.suppressed AND (NOT m.is_shared OR c.days_clients >= $least) THEN c.days[1] END AS days_q1,
    CASE WHEN NOT m.suppressed AND (NOT m.is_shared OR c.days_clients >= $least) THEN c.days[3] END AS days_q3,
    CASE WHEN NOT m.suppressed AND (NOT m.is_shared OR c.hours_clients >= $least) THEN c.hours[2] END AS hours,
    CASE WHEN NOT m.suppressed AND (NOT m.is_shared OR c.hours_clients >= $least) THEN c.hours[1] END AS hours_q1,
    CASE WHEN NOT m.suppressed AND (NOT m.is_shared OR c.hours_clients >= $least) THEN c.hours[3] END AS hours_q3,
    CASE WHEN NOT m.suppressed AND (NOT m.is_shared OR c.days_clients >= $least) THEN c.days_clients END
        AS days_clients,
    CASE WHEN NOT m.suppressed AND (NOT m.is_shared OR c.hours_clients >= $least) THEN c.hours_clients END
        AS hours_clients,
    m.suppressed,
    CASE WHEN NOT m.suppressed THEN c.clients < $small_below END AS small
FROM exact_care_path AS c
INNER JOIN masked AS m
    ON c.path_id = m.path_id
