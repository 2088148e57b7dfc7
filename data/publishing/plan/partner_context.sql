INSERT INTO target.partner_context BY NAME
SELECT
    x.partner,
    x.text,
    x.text_en
FROM partner_context AS x
LEFT JOIN partner AS p
    ON x.partner = p.code
WHERE x.partner = $partner OR ($partner IS NULL AND p.named)
ORDER BY x.row_number ASC
