CREATE OR REPLACE TABLE client_number AS
SELECT
    found.client,
    (row_number() OVER ())::INTEGER AS number
FROM (
    SELECT DISTINCT t.client
    FROM trajectory AS t
) AS found
