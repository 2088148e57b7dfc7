-- Values as shares where the indicator is in percent.
INSERT INTO target.milestone BY NAME
SELECT
    x.goal,
    x.year,
    x.value / i.per_share AS value
FROM milestone AS x
INNER JOIN goal AS g
    ON x.goal = g.code
INNER JOIN counted_indicator AS i
    ON g.indicator = i.indicator
ORDER BY x.row_number ASC
