-- Of several deliveries of one record the one of the latest delivery period counts.
CREATE OR REPLACE TEMPORARY VIEW current_record AS
WITH latest AS (
    SELECT
        several.partner,
        several.domain,
        several.trajectory,
        several.care_form,
        max(several.delivery_period) AS delivery_period
    FROM trajectory AS several
    GROUP BY several.partner, several.domain, several.trajectory, several.care_form
    HAVING count(*) > 1
)

SELECT
    -- The place in the intake is the same at every publication, as a number given here would not be.
    t.rowid::INTEGER AS record_id,
    t.partner,
    t.domain,
    t.trajectory,
    t.client,
    t.care_form,
    t.municipality,
    t.referrer,
    t.age_group,
    t.registered_on,
    t.started_on,
    t.ended_on,
    t.code_list,
    t.end_reason,
    t.satisfaction,
    t.satisfaction_scale,
    t.informant,
    t.without_help,
    t.instrument,
    t.score_start,
    t.score_end,
    t.goals_set,
    t.goals_reached,
    t.gas,
    t.hours_granted,
    t.hours_delivered
FROM trajectory AS t
ANTI JOIN latest
    ON
        t.partner = latest.partner
        AND t.domain = latest.domain
        AND t.trajectory = latest.trajectory
        AND t.care_form = latest.care_form
        AND t.delivery_period < latest.delivery_period
