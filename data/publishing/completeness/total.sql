-- The counts of indicators that no other has: of all partners together, and what each partner has in them.
SELECT
    b.row_id,
    b.indicator,
    b.name,
    b.partner,
    b.period,
    b.counted,
    coalesce(b.known, 0) AS known,
    b.known IS NOT NULL AND NOT coalesce(m.suppressed, TRUE) AS is_shown
FROM beside_figure AS b
ANTI JOIN same_elsewhere AS s
    ON
        b.indicator = s.indicator
        AND b.name = s.name
LEFT JOIN closed_mask AS m
    ON b.row_id = m.row_id
WHERE
    b.counted > 0
    AND NOT b.is_known
ORDER BY
    b.indicator ASC,
    b.name ASC,
    b.row_id ASC
