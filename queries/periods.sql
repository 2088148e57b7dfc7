SELECT
    o.period,
    o.period_kind AS kind,
    o.period_start AS start,
    o.period_end AS "end",
    count(o.value) AS shown
FROM observation AS o
WHERE
    o.split IS NULL
    AND ($indicator IS NULL OR o.indicator = $indicator)
    AND (
        ($per_partner AND o.partner IS NOT NULL)
        OR (NOT $per_partner AND o.partner IS NOT DISTINCT FROM $partner)
    )
GROUP BY
    o.period,
    o.period_kind,
    o.period_start,
    o.period_end
ORDER BY
    o.period_end DESC,
    o.period_start DESC
