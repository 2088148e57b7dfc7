-- The limits at the size of a partner that is smaller or larger than all that others may see.
INSERT INTO target.funnel_limit BY NAME
SELECT
    o.indicator,
    o.period,
    d.adjusted,
    d.n,
    d.lower95,
    d.upper95,
    d.lower998,
    d.upper998
FROM drawn_limit AS d
INNER JOIN exact_observation AS o
    ON d.row_id = o.row_id
WHERE
    d.drawn_for = 'own'
    AND d.code = $partner
ORDER BY
    d.row_id ASC,
    d.adjusted ASC,
    d.n ASC
