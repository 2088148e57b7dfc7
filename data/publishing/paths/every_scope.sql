-- How far all paths reach, for the exact file.
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
