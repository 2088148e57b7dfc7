SELECT
    o.period,
    o.split,
    o.split_value,
    coalesce(CASE WHEN $language = 'en' THEN l.label_en END, l.label, o.split_value) AS label,
    o.clients,
    o.clients / nullif(t.clients, 0) AS share,
    o.suppressed
FROM observation AS o
LEFT JOIN observation AS t
    ON
        o.indicator = t.indicator
        AND o.period = t.period
        AND o.partner IS NOT DISTINCT FROM t.partner
        AND t.split IS NULL
LEFT JOIN indicator AS i
    ON o.indicator = i.code
LEFT JOIN label AS l
    ON
        o.split = l.list
        AND o.split_value = l.code
        AND (l.domain IS NULL OR i.domain = l.domain)
WHERE
    o.indicator = $indicator
    AND list_contains($years, o.period)
    AND o.partner IS NOT DISTINCT FROM $partner
    AND o.split IS DISTINCT FROM 'informant'
ORDER BY
    o.split ASC NULLS FIRST,
    try_cast(regexp_extract(o.split_value, '^[0-9]+') AS INTEGER) ASC NULLS LAST,
    o.split_value ASC,
    o.period ASC
