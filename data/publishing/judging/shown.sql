-- What a mask shows of every series, in order of time: the only figures that the series are judged on.
SELECT
    s.row_id,
    s.series,
    s.grain,
    s.place,
    s.stretch,
    s.is_total,
    list_position($indicators, s.indicator) - 1 AS indicator,
    o.value,
    o.numerator,
    o.denominator,
    o.n,
    o.sd,
    o.records,
    o.clients
FROM series_figure AS s
INNER JOIN masked_row AS r
    ON s.row_id = r.row_id
INNER JOIN exact_observation AS o
    ON s.row_id = o.row_id
WHERE
    r.mask = $mask
    AND ($partner IS NULL OR o.partner = $partner)
    AND NOT r.suppressed
    AND NOT s.is_broken
ORDER BY
    s.series ASC,
    s.grain ASC,
    s.place ASC
