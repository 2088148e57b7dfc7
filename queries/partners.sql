WITH agreed AS (
    SELECT
        a.partner,
        count(DISTINCT a.indicator) AS indicators
    FROM agreement AS a
    GROUP BY a.partner
),

delivered AS (
    SELECT
        c.partner,
        max(c.period) AS last_period,
        arg_max(c.kind, c.period) AS kind,
        max(c.received_on) AS last_received_on
    FROM coverage AS c
    WHERE c.delivered
    GROUP BY c.partner
)

SELECT
    p.code,
    p.name,
    p.sector,
    CASE WHEN $language = 'en' THEN coalesce(x.text_en, x.text) ELSE x.text END AS context,
    coalesce(agreed.indicators, 0) AS agreed,
    delivered.kind AS delivers,
    delivered.last_period,
    delivered.last_received_on
FROM partner AS p
LEFT JOIN partner_context AS x ON p.code = x.partner
LEFT JOIN agreed ON p.code = agreed.partner
LEFT JOIN delivered ON p.code = delivered.partner
WHERE
    p.named
    AND ($code IS NULL OR p.code = $code)
ORDER BY
    lower(p.name) ASC,
    p.code ASC
