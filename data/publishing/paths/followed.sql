-- Help that ended and the first help of the same client, in the same domain, that started later, at the latest
-- within the window, and lasted beyond it. A year counts once the whole window after it was delivered, and not
-- where records of it were purged.
CREATE OR REPLACE TABLE followed AS
WITH purged AS (
    SELECT
        n.number AS partner,
        max(p.ends_on) AS until
    FROM delivery AS d
    INNER JOIN period AS p
        ON d.period = p.code
    INNER JOIN code_number AS n
        ON n.list = 'partner' AND d.partner = n.code
    WHERE d.state = 'purged'
    GROUP BY n.number
)

SELECT
    r.record_id,
    r.client,
    r.domain,
    reach.code AS partner,
    year(r.ended_on) AS ended_in,
    r.care_form_code AS care_form,
    next_help.care_form_code AS next_form,
    next_help.ended_on IS NULL AS is_running,
    CASE WHEN next_help.ended_on IS NOT NULL THEN next_help.ended_as END AS ended_as,
    greatest(next_help.started_on - r.ended_on, 0) AS days_between,
    (next_help.ended_on - next_help.started_on)::DOUBLE AS days,
    CASE WHEN next_help.ended_on IS NOT NULL THEN next_help.hours_delivered END AS hours
FROM record AS r
INNER JOIN partner_reach AS reach
    ON
        r.partner = reach.partner
        AND reach.last_day >= make_date(year(r.ended_on), 12, 31) + to_months($window_months)
LEFT JOIN purged
    ON r.partner = purged.partner
INNER JOIN record AS next_help
    ON
        r.client = next_help.client
        AND r.domain = next_help.domain
        AND (
            r.started_on < next_help.started_on
            OR (r.started_on = next_help.started_on AND r.record_id < next_help.record_id)
        )
        AND next_help.started_on <= r.ended_on + to_months($window_months)
        AND r.ended_on < coalesce(next_help.ended_on, DATE '9999-12-31')
WHERE
    r.ended_on >= $first_day
    AND (purged.until IS NULL OR year(purged.until) < year(r.ended_on))
QUALIFY row_number() OVER (PARTITION BY r.record_id ORDER BY next_help.started_on, next_help.record_id) = 1
