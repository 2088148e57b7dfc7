INSERT INTO target.coverage BY NAME
SELECT
    c.partner,
    c.period,
    c.expected,
    c.delivered,
    c.kind,
    c.received_on,
    CASE WHEN c.partner = $partner OR c.rows >= l.min_denominator THEN c.rows END AS rows,
    c.final
FROM delivery_coverage AS c
INNER JOIN policy_in_force AS l
    ON l.audience = 'steering'
WHERE $partner IS NULL OR c.partner = $partner
ORDER BY
    c.partner ASC,
    c.period ASC
