-- Sums per partner and month, in total and per value of each split; every coarser figure adds these up.
CREATE OR REPLACE TEMP TABLE cube AS
SELECT
    c.partner,
    c.month,
    CASE
        WHEN grouping(c.care_form) = 0 THEN 'hulpvorm'
        WHEN grouping(c.age_group) = 0 THEN 'leeftijdsgroep'
        WHEN grouping(c.referrer) = 0 THEN 'verwijzer'
        WHEN grouping(c.municipality) = 0 THEN 'gemeente'
        WHEN grouping(c.informant) = 0 THEN 'informant'
    END AS split,
    coalesce(c.care_form, c.age_group, c.referrer, c.municipality, c.informant) AS split_number,
    sum(c.numerator) AS numerator,
    sum(c.denominator) AS denominator,
    count(coalesce(c.denominator, c.value)) AS records,
    sum(c.value) AS total,
    sum(c.value * c.value) AS squares,
    count(*) AS eligible
FROM case_row AS c
GROUP BY
    GROUPING SETS (
        (c.partner, c.month),
        (c.partner, c.month, c.care_form),
        (c.partner, c.month, c.age_group),
        (c.partner, c.month, c.referrer),
        (c.partner, c.month, c.municipality),
        (c.partner, c.month, c.informant)
    )
HAVING NOT (grouping(c.informant) = 0 AND c.informant IS NULL)
