-- Who by agreement delivers which indicator in which period: the one place where that is decided.
CREATE OR REPLACE TABLE agreed_delivery AS
SELECT DISTINCT
    a.indicator,
    a.partner,
    p.period_id,
    p.code AS period
FROM agreement AS a
INNER JOIN period AS p
    ON
        a.valid_from <= p.ends_on
        AND (a.valid_to IS NULL OR a.valid_to >= p.starts_on)
