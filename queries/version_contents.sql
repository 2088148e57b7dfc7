SELECT
    (SELECT count(*) FROM goal) AS goals,
    (SELECT count(*) FROM indicator) AS indicators,
    (SELECT count(*) FROM partner) AS partners,
    count(*) AS figures,
    count(*) FILTER (WHERE o.suppressed) AS hidden,
    count(*) FILTER (WHERE o.provisional) AS provisional,
    min(o.period) AS first_period,
    max(o.period) AS last_period
FROM observation AS o
