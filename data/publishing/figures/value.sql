-- The values of a median in ascending order, with where each counts.
SELECT
    c.value,
    c.partner,
    c.month,
    c.care_form,
    c.age_group,
    c.referrer,
    c.municipality,
    coalesce(c.informant, 0) AS informant
FROM case_row AS c
WHERE c.value IS NOT NULL
ORDER BY c.value ASC
