SELECT
    c.partner,
    c.period,
    c.expected,
    c.delivered,
    c.kind,
    c.received_on,
    c.rows,
    c.final
FROM coverage AS c
ORDER BY
    c.partner ASC,
    c.period ASC
