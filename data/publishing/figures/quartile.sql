-- Median and quartiles; they do not add up, so each figure is computed from its own records.
CREATE OR REPLACE TABLE quartile AS
SELECT
    m.period_id,
    c.partner,
    CASE
        WHEN grouping(c.care_form) = 0 THEN 'hulpvorm'
        WHEN grouping(c.age_group) = 0 THEN 'leeftijdsgroep'
        WHEN grouping(c.referrer) = 0 THEN 'verwijzer'
        WHEN grouping(c.municipality) = 0 THEN 'gemeente'
        WHEN grouping(c.informant) = 0 THEN 'informant'
    END AS split,
    coalesce(c.care_form, c.age_group, c.referrer, c.municipality, c.informant) AS split_number,
    quantile_cont(c.value, [0.25, 0.5, 0.75]) AS points
FROM case_row AS c
INNER JOIN partner_month AS m
    ON c.partner = m.partner AND c.month = m.month
WHERE c.value IS NOT NULL AND $is_median
GROUP BY
    GROUPING SETS (
        (m.period_id),
        (m.period_id, c.care_form),
        (m.period_id, c.age_group),
        (m.period_id, c.referrer),
        (m.period_id, c.municipality),
        (m.period_id, c.informant),
        (m.period_id, c.partner),
        (m.period_id, c.partner, c.care_form),
        (m.period_id, c.partner, c.age_group),
        (m.period_id, c.partner, c.referrer),
        (m.period_id, c.partner, c.municipality),
        (m.period_id, c.partner, c.informant)
    )
HAVING NOT (grouping(c.informant) = 0 AND c.informant IS NULL)
