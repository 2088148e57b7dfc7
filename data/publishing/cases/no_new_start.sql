-- Endings after which no help in the same domain started within the window; the first 28 days are a continuation.
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
    coalesce(next_start.started_on > r.ended_on + to_months($window_months), TRUE)::DOUBLE AS numerator,
    1::DOUBLE AS denominator,
    NULL::DOUBLE AS value
FROM record AS r
ASOF LEFT JOIN record AS next_start
    ON
        r.client = next_start.client
        AND r.domain = next_start.domain
        AND r.ended_on + 28 < next_start.started_on
WHERE
    r.end_month IS NOT NULL
    AND ($domain IS NULL OR r.domain = $domain)
