SELECT
    p.version,
    p.published_at,
    p.today,
    p.audience,
    p.fictional,
    p.min_clients,
    p.remade_at
FROM publication AS p
