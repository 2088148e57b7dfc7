-- Records of which the score improved by more than the noise of the instrument.
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
    (change.better * (r.score_end - r.score_start) > change.smallest)::DOUBLE AS numerator,
    CASE WHEN change.smallest + r.score_start + r.score_end IS NOT NULL THEN 1 END::DOUBLE AS denominator,
    NULL::DOUBLE AS value
FROM record AS r
LEFT JOIN reliable_change AS change
    ON r.instrument = change.instrument
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
