-- Who may not be named beside figures is known by code only.
SELECT
    p.code,
    CASE WHEN coalesce(p.named, FALSE) THEN p.name END AS name,
    p.sector,
    CASE WHEN coalesce(p.named, FALSE) THEN x.text END AS context,
    CASE WHEN coalesce(p.named, FALSE) THEN x.text_en END AS context_en
FROM partner AS p
LEFT JOIN partner_context AS x ON p.code = x.partner
ORDER BY p.code ASC
LIMIT $limit OFFSET $skip
