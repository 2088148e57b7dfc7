-- How many could have had a value and how many were asked, without a split, with how many of them have a value; and
-- whether another figure tells that number already, so that nothing has to be found out of it.
CREATE OR REPLACE TABLE beside_figure AS
WITH known AS (
    SELECT DISTINCT o.indicator
    FROM exact_observation AS o
    SEMI JOIN known_eligible AS k
        ON o.row_id = k.row_id
)

SELECT
    o.row_id,
    o.indicator,
    o.partner,
    o.period,
    o.period_kind,
    o.least_clients AS clients,
    o.is_in_all,
    coalesce(o.n, o.records, o.denominator)::BIGINT AS answered,
    unnest([o.eligible, o.asked]) AS counted,
    unnest([coalesce(o.n, o.records), coalesce(o.n, o.denominator)])::BIGINT AS known,
    unnest(['eligible', 'asked']) AS name,
    unnest([k.indicator IS NOT NULL, FALSE]) AS is_known
FROM exact_observation AS o
INNER JOIN indicator AS i
    ON o.indicator = i.code
LEFT JOIN known AS k
    ON o.indicator = k.indicator
WHERE
    o.split IS NULL
    AND i.level = 'partner'
