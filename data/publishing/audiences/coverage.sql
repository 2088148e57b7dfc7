-- Who delivered and when; how many records tells only the partner itself: with those of the others and a total that is
-- shown, a hidden figure would follow.
INSERT INTO target.coverage BY NAME
SELECT
    c.partner,
    c.period,
    c.expected,
    c.delivered,
    c.kind,
    c.received_on,
    CASE WHEN c.partner = $partner THEN c.rows END AS rows,
    c.final
FROM delivery_coverage AS c
WHERE $partner IS NULL OR c.partner = $partner
ORDER BY
    c.partner ASC,
    c.period ASC
