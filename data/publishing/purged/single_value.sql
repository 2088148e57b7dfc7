-- Every value of a median, in total and per value of each split: of records, and of records that are gone.
CREATE OR REPLACE TEMP TABLE single_value AS
WITH split_case AS (
    SELECT
        c.partner,
        c.month,
        c.value,
        unnest([
            struct_pack(split := NULL, number := NULL),
            struct_pack(split := 'hulpvorm', number := c.care_form),
            struct_pack(split := 'leeftijdsgroep', number := c.age_group),
            struct_pack(split := 'verwijzer', number := c.referrer),
            struct_pack(split := 'gemeente', number := c.municipality),
            struct_pack(split := 'informant', number := c.informant)
        ]) AS part
    FROM case_row AS c
    WHERE c.value IS NOT NULL AND $is_median
)

SELECT
    s.partner,
    s.month,
    s.part.split,
    s.part.number AS split_number,
    s.value,
    count(*) AS times
FROM split_case AS s
WHERE s.part.split IS NULL OR s.part.number IS NOT NULL
GROUP BY s.partner, s.month, s.part.split, s.part.number, s.value
UNION ALL
SELECT
    p.number AS partner,
    k.month,
    k.split,
    v.number AS split_number,
    k.value,
    k.times
FROM kept_value AS k
INNER JOIN code_number AS p
    ON p.list = 'partner' AND k.partner = p.code
LEFT JOIN code_number AS v
    ON
        k.split = v.list
        AND k.split_domain IS NOT DISTINCT FROM v.domain
        AND k.split_value = v.code
WHERE k.indicator = $indicator AND $is_median
