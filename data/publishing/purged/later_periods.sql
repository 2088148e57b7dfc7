-- Periods of which the follow-up window has not passed for any partner: they are shown later, and counted now.
INSERT INTO partner_month BY NAME
WITH shown AS (
    SELECT DISTINCT m.period_id
    FROM partner_month AS m
)

SELECT
    e.partner,
    e.period_id,
    e.month,
    e.known_until,
    e.provisional
FROM partner_month_without_window AS e
ANTI JOIN shown AS s
    ON e.period_id = s.period_id
