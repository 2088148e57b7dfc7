-- The figures without a split that may be released, which are few among all: each indicator asks for its own.
CREATE OR REPLACE TEMP TABLE whole_figure AS
SELECT
    o.row_id,
    o.indicator,
    o.partner,
    o.period,
    o.numerator,
    o.denominator,
    o.records,
    o.clients,
    o.value,
    o.n,
    o.sd,
    o.provisional,
    m.suppressed
FROM exact_observation AS o
INNER JOIN closed_mask AS m
    ON o.row_id = m.row_id
WHERE o.split IS NULL
ORDER BY
    o.indicator ASC,
    o.row_id ASC
