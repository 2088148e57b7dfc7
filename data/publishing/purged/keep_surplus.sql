-- How many records more than clients each figure loses with the purged records: with them, less without them.
INSERT INTO next_kept_surplus BY NAME
SELECT
    $indicator AS indicator,
    p.code AS partner,
    period.code AS period,
    w.split,
    v.domain AS split_domain,
    v.code AS split_value,
    (w.records - coalesce(s.records, 0))::BIGINT AS records
FROM surplus_with_all AS w
INNER JOIN period
    ON w.period_id = period.period_id
LEFT JOIN surplus AS s
    ON
        w.period_id = s.period_id
        AND w.partner IS NOT DISTINCT FROM s.partner
        AND w.split IS NOT DISTINCT FROM s.split
        AND w.split_number IS NOT DISTINCT FROM s.split_number
LEFT JOIN code_number AS p
    ON w.partner = p.number
LEFT JOIN code_number AS v
    ON w.split_number = v.number
WHERE period.first_month <= $month AND w.records > coalesce(s.records, 0)
