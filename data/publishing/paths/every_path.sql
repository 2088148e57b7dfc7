-- Every path with its numbers, for the exact file.
CREATE OR REPLACE TEMP TABLE care_path_row AS
SELECT
    c.domain,
    c.partner,
    c.period,
    c.period_kind,
    c.care_form,
    c.next_form,
    c.paths,
    c.clients,
    c.planned,
    c.early,
    c.running,
    c.unknown,
    c.days_between,
    c.days[2] AS days,
    c.days[1] AS days_q1,
    c.days[3] AS days_q3,
    c.hours[2] AS hours,
    c.hours[1] AS hours_q1,
    c.hours[3] AS hours_q3,
    c.days_clients,
    c.hours_clients,
    FALSE AS suppressed,
    NULL::BOOLEAN AS small
FROM exact_care_path AS c
