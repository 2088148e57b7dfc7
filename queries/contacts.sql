SELECT
    c.role,
    c.address,
    c.goal,
    c.partner,
    c.action
FROM contact AS c
ORDER BY
    c.role ASC,
    c.address ASC
