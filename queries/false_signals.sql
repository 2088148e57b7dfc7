SELECT
    s.criterion,
    s.size,
    s.naive,
    s.ours
FROM false_signal AS s
ORDER BY
    s.criterion ASC,
    s.size ASC
