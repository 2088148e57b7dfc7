-- The records that an indicator counts, with the codes that its figures are told apart by; 0 is none.
SELECT
    c.client,
    c.partner,
    c.month,
    c.care_form,
    c.age_group,
    c.referrer,
    c.municipality,
    coalesce(c.informant, 0) AS informant
FROM case_row AS c
WHERE coalesce(c.denominator, c.value) IS NOT NULL
