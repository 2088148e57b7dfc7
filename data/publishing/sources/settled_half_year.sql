-- The half-years that were marked final by hand, per partner.
CREATE OR REPLACE TABLE settled_half_year AS
SELECT DISTINCT
    p.code AS partner,
    half_year.starts_on
FROM final_period AS f
INNER JOIN partner AS p
    ON f.partner IS NULL OR f.partner = p.code
INNER JOIN period AS marked
    ON f.period = marked.code
INNER JOIN period AS half_year
    ON
        marked.starts_on <= half_year.starts_on
        AND marked.ends_on >= half_year.ends_on
WHERE half_year.kind = 'half_year'
