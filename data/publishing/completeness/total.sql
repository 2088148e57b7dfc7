-- The counts of indicators that no other has, and the answers, which stand in the open where they are shown: of all
-- partners together, and what each partner has in them. What stands beside that of all is nobody's part in it.
WITH counted AS (
    SELECT
        b.row_id,
        b.indicator,
        b.name,
        b.partner,
        b.period,
        b.counted,
        b.known,
        b.clients
    FROM beside_figure AS b
    ANTI JOIN same_elsewhere AS s
        ON
            b.indicator = s.indicator
            AND b.name = s.name
    WHERE
        b.is_in_all
        AND NOT b.is_known
    UNION ALL
    SELECT
        b.row_id,
        b.indicator,
        'answered' AS name,
        b.partner,
        b.period,
        b.answered AS counted,
        b.answered AS known,
        b.clients
    FROM beside_figure AS b
    WHERE
        b.is_in_all
        AND b.name = 'asked'
)

SELECT
    c.row_id,
    c.indicator,
    c.name,
    c.partner,
    c.period,
    c.counted,
    coalesce(c.known, 0) AS known,
    coalesce(c.clients, 0) AS clients,
    c.known IS NOT NULL AND NOT coalesce(m.suppressed, TRUE) AS is_shown
FROM counted AS c
LEFT JOIN closed_mask AS m
    ON c.row_id = m.row_id
WHERE c.counted > 0
ORDER BY
    c.indicator ASC,
    c.name ASC,
    c.row_id ASC
