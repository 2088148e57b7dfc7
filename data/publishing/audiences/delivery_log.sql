-- What came in and when, corrections included; never what a file is called or holds.
INSERT INTO target.delivery_log BY NAME
SELECT
    d.partner,
    d.period,
    d.kind,
    d.received_at::DATE AS received_on,
    CASE WHEN d.partner = $partner OR d.rows >= l.min_denominator THEN d.rows END AS rows,
    d.state
FROM delivery AS d
INNER JOIN policy_in_force AS l
    ON l.audience = 'steering'
WHERE
    d.partner IS NOT NULL
    AND ($partner IS NULL OR d.partner = $partner)
ORDER BY
    d.partner ASC,
    d.received_at ASC,
    d.id ASC
