-- Scores at or above the cut-off, among the scores on one scale.
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
    CASE WHEN r.satisfaction_scale = $scale THEN (r.satisfaction >= $cut_off)::DOUBLE END AS numerator,
    CASE WHEN r.satisfaction_scale = $scale AND r.satisfaction IS NOT NULL THEN 1 END AS denominator,
    NULL::DOUBLE AS value
FROM record AS r
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
