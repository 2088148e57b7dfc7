-- A partner finds only itself here.
INSERT INTO target.partner BY NAME
SELECT
    x.code,
    x.name,
    x.sector,
    x.named,
    x.legal_ground,
    x.shared_pseudonyms
FROM partner AS x
WHERE $partner IS NULL OR x.code = $partner
ORDER BY x.row_number ASC
