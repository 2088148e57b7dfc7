-- Small numbers for codes and clients: counting them is several times as fast as counting words.
CREATE OR REPLACE TABLE code_number AS
SELECT
    found.list,
    found.domain,
    found.code,
    (row_number() OVER (ORDER BY found.list, found.domain, found.code))::INTEGER AS number
FROM (
    SELECT DISTINCT
        'partner' AS list,
        NULL AS domain,
        t.partner AS code
    FROM trajectory AS t
    UNION ALL
    SELECT DISTINCT
        'hulpvorm' AS list,
        t.domain,
        t.care_form AS code
    FROM trajectory AS t
    UNION ALL
    SELECT DISTINCT
        'verwijzer' AS list,
        t.domain,
        t.referrer AS code
    FROM trajectory AS t
    UNION ALL
    SELECT DISTINCT
        'leeftijdsgroep' AS list,
        NULL AS domain,
        t.age_group AS code
    FROM trajectory AS t
    UNION ALL
    SELECT DISTINCT
        'gemeente' AS list,
        NULL AS domain,
        t.municipality AS code
    FROM trajectory AS t
    UNION ALL
    SELECT DISTINCT
        'informant' AS list,
        NULL AS domain,
        t.informant AS code
    FROM trajectory AS t
    WHERE t.informant IS NOT NULL
    UNION ALL
    SELECT
        'partner' AS list,
        NULL AS domain,
        d.partner AS code
    FROM delivery AS d
    WHERE d.state = 'purged'
    UNION
    SELECT
        k.split AS list,
        k.split_domain AS domain,
        k.split_value AS code
    FROM kept_sum AS k
    WHERE k.split IS NOT NULL
) AS found
