-- The records that count, with numbers for codes, months since year 0, and what their end reason means.
CREATE OR REPLACE TABLE record AS
SELECT
    r.record_id,
    partner.number AS partner,
    client.number AS client,
    r.domain,
    r.care_form AS care_form_code,
    r.age_group AS age_group_code,
    care_form.number AS care_form,
    age_group.number AS age_group,
    referrer.number AS referrer,
    municipality.number AS municipality,
    informant.number AS informant,
    r.registered_on,
    r.started_on,
    r.ended_on,
    (year(r.started_on) * 12 + month(r.started_on) - 1)::INTEGER AS start_month,
    (year(r.ended_on) * 12 + month(r.ended_on) - 1)::INTEGER AS end_month,
    coalesce(reason.means, 'onbekend') AS ended_as,
    r.satisfaction,
    r.satisfaction_scale,
    r.without_help,
    r.instrument,
    r.score_start,
    r.score_end,
    r.goals_set,
    r.goals_reached,
    r.gas,
    r.hours_granted,
    r.hours_delivered
FROM current_record AS r
INNER JOIN client_number AS client
    ON r.client = client.client
INNER JOIN code_number AS partner
    ON partner.list = 'partner' AND r.partner = partner.code
INNER JOIN code_number AS care_form
    ON care_form.list = 'hulpvorm' AND r.domain = care_form.domain AND r.care_form = care_form.code
INNER JOIN code_number AS referrer
    ON referrer.list = 'verwijzer' AND r.domain = referrer.domain AND r.referrer = referrer.code
INNER JOIN code_number AS age_group
    ON age_group.list = 'leeftijdsgroep' AND r.age_group = age_group.code
INNER JOIN code_number AS municipality
    ON municipality.list = 'gemeente' AND r.municipality = municipality.code
LEFT JOIN code_number AS informant
    ON informant.list = 'informant' AND r.informant = informant.code
LEFT JOIN end_reason AS reason
    ON r.code_list = reason.code_list AND r.domain = reason.domain AND r.end_reason = reason.code
