-- Where the records of the same partner give the figure, they count and its cijfers do not.
INSERT INTO part BY NAME
WITH counted AS (
    SELECT DISTINCT
        r.indicator,
        r.partner,
        r.period_id
    FROM part AS r
    WHERE r.partner IS NOT NULL
)

SELECT
    d.indicator,
    d.partner,
    d.period_id,
    d.split,
    d.split_value,
    d.numerator,
    d.denominator,
    d.records,
    d.clients,
    d.least_clients,
    d.n,
    d.total,
    d.squares,
    d.stated_value,
    d.q1,
    d.q3,
    d.eligible,
    d.asked,
    d.delivered_by,
    d.provisional,
    d.measured_on,
    d.informant,
    d.scale,
    d.source,
    CASE WHEN d.is_additive THEN 'additive' ELSE 'stated' END AS origin
FROM delivered_part AS d
ANTI JOIN counted AS c
    ON
        d.indicator = c.indicator
        AND d.partner = c.partner
        AND d.period_id = c.period_id
