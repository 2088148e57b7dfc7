-- Until which day each partner delivered records; a half-year delivered early is known until today.
CREATE OR REPLACE TABLE partner_reach AS
SELECT
    n.number AS partner,
    n.code,
    min(p.starts_on) AS first_day,
    least(max(p.ends_on), $today) AS last_day,
    max(p.starts_on) AS latest_half_year
FROM (
    SELECT
        t.partner,
        t.delivery_period
    FROM trajectory AS t
    UNION
    SELECT
        d.partner,
        d.period AS delivery_period
    FROM delivery AS d
    WHERE d.state = 'purged'
) AS t
INNER JOIN period AS p
    ON t.delivery_period = p.code
INNER JOIN code_number AS n
    ON n.list = 'partner' AND t.partner = n.code
GROUP BY n.number, n.code
