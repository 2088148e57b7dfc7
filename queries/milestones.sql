SELECT
    m.goal,
    m.year,
    m.value
FROM milestone AS m
ORDER BY
    m.goal ASC,
    m.year ASC
