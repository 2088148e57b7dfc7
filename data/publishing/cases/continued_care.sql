-- Young people of 16-27 whose stay ended, and who had other help started within 28 days, whoever gave it.
-- A stay counts once those 28 days after it were delivered.
CREATE OR REPLACE TEMP TABLE case_row AS
WITH continued AS (
    SELECT DISTINCT stay.record_id
    FROM record AS stay
    INNER JOIN record AS other
        ON
            stay.client = other.client
            AND stay.record_id != other.record_id
            AND other.started_on BETWEEN stay.ended_on AND stay.ended_on + 28
    WHERE
        stay.domain = 'jeugd'
        AND stay.care_form_code IN ('11', '12', '13', '14')
)

SELECT
    r.partner,
    r.client,
    r.end_month AS month,
    r.care_form,
    r.age_group,
    r.referrer,
    r.municipality,
    r.informant,
    (continued.record_id IS NOT NULL)::DOUBLE AS numerator,
    1::DOUBLE AS denominator,
    NULL::DOUBLE AS value
FROM record AS r
INNER JOIN partner_reach AS reach
    ON
        r.partner = reach.partner
        AND r.ended_on + 28 <= reach.last_day
LEFT JOIN continued
    ON r.record_id = continued.record_id
WHERE
    r.end_month IS NOT NULL
    AND r.domain = 'jeugd'
    AND r.care_form_code IN ('11', '12', '13', '14')
    AND r.age_group_code IN ('16-17', '18-22', '23-27')
