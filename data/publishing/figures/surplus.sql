-- How many records more than clients each figure counts; figures that count every client once are not listed.
CREATE OR REPLACE TEMP TABLE surplus AS
SELECT
    s.period_id,
    nullif(s.partner, 0) AS partner,
    $splits[s.split] AS split,
    nullif(s.split_number, 0) AS split_number,
    s.records
FROM passing_surplus AS s
