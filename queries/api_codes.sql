SELECT
    'indicator' AS parameter,
    i.code
FROM indicator AS i
UNION
SELECT
    'partner' AS parameter,
    p.code
FROM partner AS p
UNION
SELECT
    'split_value' AS parameter,
    l.code
FROM label AS l
UNION
SELECT
    'split_value' AS parameter,
    o.split_value AS code
FROM observation AS o
WHERE o.split_value IS NOT NULL
UNION
SELECT
    'period' AS parameter,
    concat(year(a.starts_on), '/', year(a.ends_on)) AS code
FROM ambition AS a
ORDER BY
    parameter ASC,
    code ASC
