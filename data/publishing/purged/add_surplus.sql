-- How many records more than clients, with those of records that are gone.
CREATE OR REPLACE TEMP TABLE surplus AS
WITH kept AS (
    SELECT
        period.period_id,
        p.number AS partner,
        k.split,
        v.number AS split_number,
        k.records
    FROM kept_surplus AS k
    INNER JOIN period
        ON k.period = period.code
    LEFT JOIN code_number AS p
        ON p.list = 'partner' AND k.partner = p.code
    LEFT JOIN code_number AS v
        ON
            k.split = v.list
            AND k.split_domain IS NOT DISTINCT FROM v.domain
            AND k.split_value = v.code
    WHERE k.indicator = $indicator
),

together AS (
    SELECT
        s.period_id,
        s.partner,
        s.split,
        s.split_number,
        s.records
    FROM surplus AS s
    UNION ALL
    SELECT
        k.period_id,
        k.partner,
        k.split,
        k.split_number,
        k.records
    FROM kept AS k
)

SELECT
    t.period_id,
    t.partner,
    t.split,
    t.split_number,
    sum(t.records) AS records
FROM together AS t
GROUP BY t.period_id, t.partner, t.split, t.split_number
