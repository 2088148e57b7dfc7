-- What the codes are called; a code of one domain is read with the domain of its indicator.
INSERT INTO target.label BY NAME
SELECT
    t.list,
    t.domain,
    t.code,
    t.label,
    t.label_en
FROM code_text AS t
WHERE t.list != 'gemeente'
UNION ALL
SELECT
    t.list,
    NULL AS domain,
    t.domain || '-' || t.code AS code,
    t.label,
    t.label_en
FROM code_text AS t
WHERE t.list IN ('hulpvorm', 'verwijzer') AND t.domain IS NOT NULL
UNION ALL
SELECT
    t.list,
    t.domain,
    t.code,
    t.label,
    t.label_en
FROM code_text AS t
WHERE
    t.list = 'gemeente'
    AND t.code IN (
        SELECT o.split_value
        FROM target.observation AS o
        WHERE o.split = 'gemeente'
    )
UNION ALL
SELECT DISTINCT
    'gemeente' AS list,
    NULL AS domain,
    o.split_value AS code,
    o.split_value AS label,
    t.label_en
FROM target.observation AS o
LEFT JOIN code_text AS t
    ON t.list = 'gemeente' AND o.split_value = t.label
WHERE
    o.split = 'gemeente'
    AND o.split_value NOT IN (
        SELECT n.code
        FROM code_text AS n
        WHERE n.list = 'gemeente'
    )
