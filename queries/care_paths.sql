SELECT
    c.domain,
    c.care_form,
    c.next_form,
    coalesce(CASE WHEN $language = 'en' THEN f.label_en END, f.label, c.care_form) AS start,
    coalesce(CASE WHEN $language = 'en' THEN n.label_en END, n.label, c.next_form) AS "end",
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
    c.hours,
    c.hours_q1,
    c.hours_q3,
    c.suppressed,
    c.small
FROM care_path AS c
LEFT JOIN label AS f
    ON
        f.list = 'hulpvorm'
        AND c.domain = f.domain
        AND c.care_form = f.code
LEFT JOIN label AS n
    ON
        n.list = 'hulpvorm'
        AND c.domain = n.domain
        AND c.next_form = n.code
WHERE
    c.period = $period
    AND c.partner IS NOT DISTINCT FROM $partner
ORDER BY
    c.domain ASC,
    c.care_form ASC NULLS LAST,
    c.next_form ASC NULLS LAST
