-- The partners' shares of a year or half-year that every exact-count audience may see.
CREATE OR REPLACE TABLE visible_partner AS
SELECT
    o.row_id,
    o.indicator,
    o.period,
    o.partner,
    o.numerator,
    o.denominator
FROM exact_observation AS o
INNER JOIN counted_indicator AS i
    ON o.indicator = i.indicator
INNER JOIN audience_row AS r
    ON o.row_id = r.row_id
WHERE
    NOT r.suppressed
    AND i.measure = 'proportion'
    AND o.partner IS NOT NULL
    AND o.split IS NULL
    AND o.period_kind IN ('half_year', 'year')
    AND o.denominator > 0
    AND o.numerator BETWEEN 0 AND o.denominator
