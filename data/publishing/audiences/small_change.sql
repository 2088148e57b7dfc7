-- Counts that the steering group sees in this version and saw in the one before, and that differ by a few.
CREATE OR REPLACE TABLE small_change AS
WITH compared AS (
    SELECT
        o.indicator,
        o.partner,
        o.period,
        o.split,
        o.split_value,
        unnest(
            [
                { 'name': 'numerator', 'before': b.numerator, 'after': o.numerator },
                { 'name': 'denominator', 'before': b.denominator, 'after': o.denominator },
                { 'name': 'records', 'before': b.records::DOUBLE, 'after': o.records::DOUBLE },
                { 'name': 'clients', 'before': b.clients::DOUBLE, 'after': o.clients::DOUBLE },
                { 'name': 'n', 'before': b.n::DOUBLE, 'after': o.n::DOUBLE }
            ]
        ) AS change
    FROM exact_observation AS o
    INNER JOIN closed_mask AS m
        ON o.row_id = m.row_id
    INNER JOIN seen_row AS b
        ON o.row_id = b.row_id
    WHERE
        NOT m.suppressed
        AND NOT b.suppressed
)

SELECT
    c.indicator,
    c.partner,
    c.period,
    c.split,
    c.split_value,
    c.change.name,
    c.change.before,
    c.change.after
FROM compared AS c
WHERE
    abs(c.change.after - c.change.before) > 0
    AND abs(c.change.after - c.change.before) < $least
