-- Per comparison the figure of all partners together, and every partner that has a share of its own: with whether
-- others may see it, and be told its name.
WITH compared AS (
    SELECT
        o.indicator,
        o.period,
        o.partner,
        o.numerator,
        o.denominator,
        NOT coalesce(c.suppressed, TRUE) AS is_visible,
        NOT w.suppressed AS is_own,
        coalesce(p.named, FALSE) AS is_named
    FROM exact_observation AS o
    INNER JOIN counted_indicator AS i
        ON o.indicator = i.indicator
    INNER JOIN partner AS p
        ON o.partner = p.code
    INNER JOIN own_mask AS w
        ON o.row_id = w.row_id
    LEFT JOIN closed_mask AS c
        ON o.row_id = c.row_id
    WHERE
        i.measure = 'proportion'
        AND o.split IS NULL
        AND o.period_kind IN ('half_year', 'year')
        AND o.denominator > 0
        AND o.numerator BETWEEN 0 AND o.denominator
)

SELECT
    o.row_id,
    o.value AS centre,
    list(
        {
            'code': c.partner,
            'numerator': c.numerator,
            'denominator': c.denominator,
            'visible': c.is_visible,
            'own': c.is_own,
            'named': c.is_named
        }
        ORDER BY c.partner
    ) AS partners
FROM compared AS c
INNER JOIN exact_observation AS o
    ON
        c.indicator = o.indicator
        AND c.period = o.period
        AND o.partner IS NULL
        AND o.split IS NULL
INNER JOIN closed_mask AS m
    ON o.row_id = m.row_id
WHERE NOT m.suppressed AND o.value BETWEEN 0 AND 1
GROUP BY o.row_id, o.value
ORDER BY o.row_id ASC
