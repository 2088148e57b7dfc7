SELECT
    p.version,
    p.published_at,
    p.today,
    p.audience,
    p.fictional,
    p.min_clients
FROM publication AS p
