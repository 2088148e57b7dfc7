-- Sums per partner and month by what the ending meant; indicators of the same endings pick their reasons from these.
CREATE OR REPLACE TEMP TABLE ending_cube AS
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
    c.ended_as,
    count(c.denominator) AS records,
    count(*) AS eligible
FROM case_row AS c
GROUP BY
    GROUPING SETS (
        (c.partner, c.month, c.ended_as),
        (c.partner, c.month, c.ended_as, c.care_form),
        (c.partner, c.month, c.ended_as, c.age_group),
        (c.partner, c.month, c.ended_as, c.referrer),
        (c.partner, c.month, c.ended_as, c.municipality),
        (c.partner, c.month, c.ended_as, c.informant)
    )
HAVING NOT (grouping(c.informant) = 0 AND c.informant IS NULL)
