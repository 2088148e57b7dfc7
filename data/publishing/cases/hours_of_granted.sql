-- Hours delivered of the hours granted, where both are known.
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
    CASE WHEN r.hours_granted IS NOT NULL THEN r.hours_delivered END AS numerator,
    CASE WHEN r.hours_delivered IS NOT NULL THEN r.hours_granted END AS denominator,
    NULL::DOUBLE AS value
FROM record AS r
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
