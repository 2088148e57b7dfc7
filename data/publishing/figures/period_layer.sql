-- Months in the periods they count in, by layers of periods that share no month: those of a kind, and each horizon.
SELECT
    m.partner,
    m.month,
    m.period_id,
    dense_rank() OVER (ORDER BY p.kind, CASE WHEN p.kind = 'horizon' THEN p.period_id END) AS layer
FROM partner_month AS m
INNER JOIN period AS p
    ON m.period_id = p.period_id
