INSERT INTO target.false_signal BY NAME
SELECT
    s.criterion,
    s.size,
    s.naive,
    s.ours
FROM signalled AS s
ORDER BY
    s.criterion ASC,
    s.size ASC
