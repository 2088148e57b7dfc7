-- Endings for one reason among all that are not administrative, the unknown ones included.
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
    r.ended_as,
    CASE
        WHEN r.ended_as != 'administratief' THEN list_contains($reasons, r.ended_as)::DOUBLE
    END AS numerator,
    CASE WHEN r.ended_as != 'administratief' THEN 1 END AS denominator,
    NULL::DOUBLE AS value
FROM record AS r
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
