-- Days from registration to the start of the help, counted in the period of the start.
-- A registration after the start says nothing.
CREATE OR REPLACE TEMP TABLE case_row AS
SELECT
    r.partner,
    r.client,
    r.start_month AS month,
    r.care_form,
    r.age_group,
    r.referrer,
    r.municipality,
    r.informant,
    NULL::DOUBLE AS numerator,
    NULL::DOUBLE AS denominator,
    CASE WHEN r.registered_on <= r.started_on THEN r.started_on - r.registered_on END::DOUBLE AS value
FROM record AS r
WHERE
    r.start_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
