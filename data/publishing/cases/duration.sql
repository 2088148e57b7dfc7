-- Days from start to end.
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
    (r.ended_on - r.started_on)::DOUBLE AS value
FROM record AS r
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
