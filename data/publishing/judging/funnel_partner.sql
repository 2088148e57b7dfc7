-- Per comparison the figure of all partners together, how many partners are visible to others, and who is drawn:
-- those, and the reader itself where only the reader sees its own figure.
WITH own AS (
    SELECT
        o.row_id,
        o.indicator,
        o.period,
        o.partner,
        o.numerator,
        o.denominator
    FROM exact_observation AS o
    INNER JOIN audience_row AS r
        ON o.row_id = r.row_id
    WHERE
        o.partner = $reader
        AND NOT r.suppressed
        AND o.split IS NULL
        AND o.denominator > 0
        AND o.numerator BETWEEN 0 AND o.denominator
),

drawn AS (
    SELECT
        v.indicator,
        v.period,
        v.partner,
        v.numerator,
        v.denominator,
        TRUE AS is_visible,
        coalesce(v.partner = $reader, FALSE) OR ($reader IS NULL AND coalesce(p.named, TRUE)) AS is_named
    FROM visible_partner AS v
    INNER JOIN partner AS p
        ON v.partner = p.code
    UNION ALL
    SELECT
        o.indicator,
        o.period,
        o.partner,
        o.numerator,
        o.denominator,
        FALSE AS is_visible,
        TRUE AS is_named
    FROM own AS o
    ANTI JOIN visible_partner AS v
        ON o.row_id = v.row_id
)

SELECT
    o.row_id,
    o.value AS centre,
    count(*) FILTER (WHERE d.is_visible) AS visible,
    list(
        {
            'code': d.partner,
            'numerator': d.numerator,
            'denominator': d.denominator,
            'named': d.is_named
        }
        ORDER BY d.partner
    ) AS partners
FROM drawn AS d
INNER JOIN exact_observation AS o
    ON
        d.indicator = o.indicator
        AND d.period = o.period
        AND o.partner IS NULL
        AND o.split IS NULL
INNER JOIN audience_row AS r
    ON o.row_id = r.row_id
WHERE NOT r.suppressed AND o.value BETWEEN 0 AND 1
GROUP BY o.row_id, o.value
HAVING count(*) FILTER (WHERE d.is_visible) > 0
ORDER BY o.row_id ASC
