SELECT
    p.version,
    p.published_at,
    p.today,
    p.audience,
    p.fictional,
    p.min_clients,
    p.remade_at,
    coalesce((SELECT bool_or(y.is_proved) FROM policy AS y), FALSE) AS is_proved
FROM publication AS p
