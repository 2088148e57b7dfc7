-- What remains of the months up to the purge: sums, without any client.
INSERT INTO next_kept_sum BY NAME
SELECT
    $indicator AS indicator,
    p.code AS partner,
    c.month,
    c.split,
    v.domain AS split_domain,
    v.code AS split_value,
    sum(c.numerator) AS numerator,
    sum(c.denominator) AS denominator,
    sum(c.records)::BIGINT AS records,
    sum(c.total) AS total,
    sum(c.squares) AS squares,
    sum(c.eligible)::BIGINT AS eligible
FROM cube AS c
INNER JOIN code_number AS p
    ON c.partner = p.number
LEFT JOIN code_number AS v
    ON c.split_number = v.number
WHERE c.month <= $month
GROUP BY p.code, c.month, c.split, v.domain, v.code
