-- Every indicator with its direction, the end of the ambition it serves, and the first goal that it measures.
WITH first_goal AS (
    SELECT
        g.indicator,
        g.code,
        r.baseline,
        g.baseline_year,
        r.target,
        g.target_year,
        a.ends_on
    FROM goal AS g
    INNER JOIN resolved_goal AS r
        ON g.code = r.goal
    INNER JOIN ambition AS a
        ON g.ambition = a.code
    QUALIFY row_number() OVER (PARTITION BY g.indicator ORDER BY a.code ASC, g.position ASC, g.code ASC) = 1
)

SELECT
    i.code,
    c.measure,
    i.level,
    i.direction,
    coalesce(
        f.ends_on,
        (
            SELECT max(a.ends_on)
            FROM ambition AS a
        )
    ) AS until,
    f.code AS goal,
    f.baseline,
    f.baseline_year,
    f.target,
    f.target_year
FROM indicator AS i
INNER JOIN counted_indicator AS c
    ON i.code = c.indicator
LEFT JOIN first_goal AS f
    ON i.code = f.indicator
ORDER BY i.row_number ASC
