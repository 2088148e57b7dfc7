-- How far the paths that one reader gets reach.
CREATE OR REPLACE TEMP TABLE care_path_scope_chosen AS
SELECT
    s.domain,
    s.partner,
    s.period,
    s.period_kind,
    s.window_months,
    s.first_year,
    s.last_year,
    s.partners,
    s.within,
    s.provisional
FROM care_path_scope_row AS s
LEFT JOIN partner AS p
    ON s.partner = p.code
WHERE
    $is_closed
    AND (
        s.partner IS NULL
        OR s.partner = $partner
        OR ($partner IS NULL AND s.period_kind = 'horizon' AND coalesce(p.named, FALSE))
    )
