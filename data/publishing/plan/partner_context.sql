INSERT INTO target.partner_context BY NAME
SELECT
    x.partner,
    x.text,
    x.text_en
FROM partner_context AS x
WHERE $partner IS NULL OR x.partner = $partner
ORDER BY x.row_number ASC
