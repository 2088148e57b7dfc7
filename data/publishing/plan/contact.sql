-- Functions for all, and those for this partner.
INSERT INTO target.contact BY NAME
SELECT
    x.role,
    x.address,
    x.goal,
    x.partner,
    x.action
FROM contact AS x
WHERE $partner IS NULL OR x.partner IS NULL OR x.partner = $partner
ORDER BY x.row_number ASC
