-- The months of which the records are gone, from the sums that were kept of them.
INSERT INTO cube BY NAME
SELECT
    p.number AS partner,
    k.month,
    k.split,
    v.number AS split_number,
    k.numerator,
    k.denominator,
    k.records,
    k.total,
    k.squares,
    k.eligible
FROM kept_sum AS k
INNER JOIN code_number AS p
    ON p.list = 'partner' AND k.partner = p.code
LEFT JOIN code_number AS v
    ON
        k.split = v.list
        AND k.split_domain IS NOT DISTINCT FROM v.domain
        AND k.split_value = v.code
WHERE k.indicator = $indicator
