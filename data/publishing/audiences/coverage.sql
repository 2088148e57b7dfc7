INSERT INTO target.coverage BY NAME
SELECT
    c.partner,
    c.period,
    c.expected,
    c.delivered,
    c.kind,
    c.received_on,
    c.rows,
    c.final
FROM delivery_coverage AS c
WHERE $partner IS NULL OR c.partner = $partner
ORDER BY
    c.partner ASC,
    c.period ASC
