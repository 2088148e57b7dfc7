-- Median and quartiles of every figure that has records.
INSERT INTO quartile BY NAME
SELECT
    q.period_id,
    nullif(q.partner, 0) AS partner,
    $splits[q.split] AS split,
    nullif(q.split_number, 0) AS split_number,
    [q.q1, q.median, q.q3] AS points
FROM passing_quartile AS q
