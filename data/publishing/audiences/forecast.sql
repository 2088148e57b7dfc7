INSERT INTO target.forecast BY NAME
SELECT
    o.indicator,
    o.partner,
    o.period_kind,
    f.period,
    f."on",
    f.fit,
    f.lower80,
    f.upper80,
    f.lower95,
    f.upper95
FROM foreseen AS f
SEMI JOIN audience_row AS r
    ON
        f.mask = r.mask
        AND f.row_id = r.row_id
INNER JOIN exact_observation AS o
    ON f.row_id = o.row_id
ORDER BY
    f.row_id ASC,
    f."on" ASC
