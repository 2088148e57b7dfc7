-- How many records more than clients each figure counts; figures that count every client once are not listed.
CREATE OR REPLACE TEMP TABLE surplus AS
WITH client_count AS (
    SELECT
        r.period_id,
        r.partner,
        CASE
            WHEN grouping(r.care_form) = 0 THEN 'hulpvorm'
            WHEN grouping(r.age_group) = 0 THEN 'leeftijdsgroep'
            WHEN grouping(r.referrer) = 0 THEN 'verwijzer'
            WHEN grouping(r.municipality) = 0 THEN 'gemeente'
            WHEN grouping(r.informant) = 0 THEN 'informant'
        END AS split,
        coalesce(r.care_form, r.age_group, r.referrer, r.municipality, r.informant) AS split_number,
        count(*) AS records
    FROM repeated AS r
    GROUP BY
        GROUPING SETS (
            (r.client, r.period_id),
            (r.client, r.period_id, r.care_form),
            (r.client, r.period_id, r.age_group),
            (r.client, r.period_id, r.referrer),
            (r.client, r.period_id, r.municipality),
            (r.client, r.period_id, r.informant),
            (r.client, r.period_id, r.partner),
            (r.client, r.period_id, r.partner, r.care_form),
            (r.client, r.period_id, r.partner, r.age_group),
            (r.client, r.period_id, r.partner, r.referrer),
            (r.client, r.period_id, r.partner, r.municipality),
            (r.client, r.period_id, r.partner, r.informant)
        )
    HAVING count(*) > 1 AND NOT (grouping(r.informant) = 0 AND r.informant IS NULL)
)

SELECT
    n.period_id,
    n.partner,
    n.split,
    n.split_number,
    sum(n.records - 1) AS records
FROM client_count AS n
GROUP BY n.period_id, n.partner, n.split, n.split_number
