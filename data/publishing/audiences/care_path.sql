INSERT INTO target.care_path BY NAME
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
    c.days,
    c.days_q1,
    c.days_q3,
    c.days_clients,
    c.hours,
    c.hours_q1,
    c.hours_q3,
    c.hours_clients,
    c.suppressed,
    c.small
FROM care_path_row AS c
ORDER BY
    c.domain ASC,
    c.partner ASC NULLS FIRST,
    c.period ASC,
    c.care_form ASC,
    c.next_form ASC
