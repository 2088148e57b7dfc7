-- Clients who can go on without help, among those of whom it is known.
CREATE OR REPLACE TEMP TABLE case_row AS
SELECT
    r.partner,
    r.client,
    r.end_month AS month,
    r.care_form,
    r.age_group,
    r.referrer,
    r.municipality,
    r.informant,
    CASE WHEN r.without_help IN ('ja', 'deels', 'nee') THEN (r.without_help = 'ja')::DOUBLE END AS numerator,
    CASE WHEN r.without_help IN ('ja', 'deels', 'nee') THEN 1 END AS denominator,
    NULL::DOUBLE AS value
FROM record AS r
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
