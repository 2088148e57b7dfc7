INSERT INTO target.control_limit BY NAME
SELECT
    o.indicator,
    o.partner,
    o.period_kind,
    o.period_start AS starts_on,
    e.period_end AS ends_on,
    l.mean,
    l.lower,
    l.upper
FROM limited AS l
SEMI JOIN audience_row AS r
    ON
        l.mask = r.mask
        AND l.first_row = r.row_id
INNER JOIN exact_observation AS o
    ON l.first_row = o.row_id
INNER JOIN exact_observation AS e
    ON l.last_row = e.row_id
ORDER BY l.first_row ASC
