-- What came in and when, corrections included; never what a file is called or holds, nor to others how many rows.
INSERT INTO target.delivery_log BY NAME
SELECT
    d.partner,
    d.period,
    d.kind,
    d.received_at::DATE AS received_on,
    CASE WHEN d.partner = $partner THEN d.rows END AS rows,
    d.state
FROM delivery AS d
WHERE
    d.partner IS NOT NULL
    AND ($partner IS NULL OR d.partner = $partner)
ORDER BY
    d.partner ASC,
    d.received_at ASC,
    d.id ASC
