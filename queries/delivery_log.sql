SELECT
    d.partner,
    d.period,
    d.kind,
    d.received_on,
    d.rows,
    d.state
FROM delivery_log AS d
WHERE $partner IS NULL OR d.partner = $partner
ORDER BY
    d.received_on DESC,
    d.period DESC,
    d.partner ASC
