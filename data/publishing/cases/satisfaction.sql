-- The score that clients gave at the end, on one scale only.
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
    NULL::DOUBLE AS numerator,
    NULL::DOUBLE AS denominator,
    CASE WHEN r.satisfaction_scale = $scale THEN r.satisfaction END AS value
FROM record AS r
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
