-- The counts that another indicator has as well, at one partner or at many: what is told of one would be told of both.
-- Not where both have as many values everywhere: those hide and show the same. Smaller numbers are often equal by
-- chance, and so are two of a few.
CREATE OR REPLACE TABLE same_elsewhere AS
WITH number AS (
    SELECT
        b.indicator,
        b.partner,
        b.period,
        b.name,
        b.counted,
        b.answered,
        NOT b.is_known AS is_in_question
    FROM beside_figure AS b
    WHERE
        b.partner IS NOT NULL
        AND b.period_kind IN ('half_year', 'year')
    UNION ALL
    SELECT
        b.indicator,
        b.partner,
        b.period,
        'answered' AS name,
        b.answered AS counted,
        b.answered,
        FALSE AS is_in_question
    FROM beside_figure AS b
    WHERE
        b.partner IS NOT NULL
        AND b.period_kind IN ('half_year', 'year')
        AND b.name = 'asked'
),

compared AS (
    SELECT
        n.indicator,
        n.name,
        n.partner,
        e.indicator AS other,
        e.name AS other_name,
        count(*) FILTER (WHERE n.counted = e.counted AND n.counted >= $telling) AS equal,
        count(*) FILTER (WHERE greatest(n.counted, e.counted) >= $telling) AS telling,
        bool_and(n.counted = e.counted) AS is_equal,
        bool_and(n.answered IS NOT DISTINCT FROM e.answered) AS is_answered_alike
    FROM number AS n
    INNER JOIN number AS e
        ON
            n.partner = e.partner
            AND n.period = e.period
            AND n.indicator != e.indicator
    WHERE
        n.is_in_question
        AND n.counted IS NOT NULL
        AND e.counted IS NOT NULL
    GROUP BY n.indicator, n.name, n.partner, e.indicator, e.name
),

judged_alike AS (
    SELECT
        c.indicator,
        c.name,
        bool_and(c.is_answered_alike) AS is_answered_alike,
        bool_or(c.equal >= $most_by_chance AND 2 * c.equal > c.telling) AS is_of_one,
        sum(c.equal) >= $most_by_chance AND 5 * sum(c.equal) >= sum(c.telling) AS is_of_many,
        sum(c.telling) = 0 AND bool_and(c.is_equal) AS is_of_small
    FROM compared AS c
    GROUP BY c.indicator, c.name, c.other, c.other_name
)

SELECT DISTINCT
    j.indicator,
    j.name
FROM judged_alike AS j
WHERE
    NOT j.is_answered_alike
    AND (j.is_of_one OR j.is_of_many OR j.is_of_small)
