-- A partner finds only itself here, and itself by name.
INSERT INTO target.partner BY NAME
SELECT
    x.code,
    x.name,
    x.sector,
    coalesce(x.named, FALSE) OR coalesce(x.code = $partner, FALSE) AS named,
    x.legal_ground,
    x.shared_pseudonyms
FROM partner AS x
WHERE $partner IS NULL OR x.code = $partner
ORDER BY x.row_number ASC
