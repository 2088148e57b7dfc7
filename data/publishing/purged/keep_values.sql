-- How often each value of a median occurred in the months up to the purge.
INSERT INTO next_kept_value BY NAME
SELECT
    $indicator AS indicator,
    p.code AS partner,
    s.month,
    s.split,
    v.domain AS split_domain,
    v.code AS split_value,
    s.value,
    sum(s.times)::BIGINT AS times
FROM single_value AS s
INNER JOIN code_number AS p
    ON s.partner = p.number
LEFT JOIN code_number AS v
    ON s.split_number = v.number
WHERE s.month <= $month
GROUP BY p.code, s.month, s.split, v.domain, v.code, s.value
