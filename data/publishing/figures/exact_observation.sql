-- Every figure there is, with its value, with how many partners should have been in it, and for that of a partner
-- whether it is in the figure of all (`is_in_all`) or stands beside it. What is written together stands together: the
-- figures of all partners first, then those of each, series by series.
CREATE OR REPLACE TABLE exact_observation AS
WITH series AS (
    SELECT
        s.indicator,
        s.partner,
        s.split,
        s.split_value,
        row_number() OVER (ORDER BY s.partner NULLS FIRST, s.indicator, s.split, s.split_value) AS number
    FROM (
        SELECT DISTINCT
            j.indicator,
            j.partner,
            j.split,
            j.split_value
        FROM joined AS j
    ) AS s
),

expected AS (
    SELECT
        a.indicator,
        a.partner,
        a.period_id,
        count(*)::INTEGER AS partners
    FROM agreed_delivery AS a
    GROUP BY
        GROUPING SETS (
            (a.indicator, a.period_id),
            (a.indicator, a.period_id, a.partner)
        )
),

valued AS (
    SELECT
        j.indicator,
        j.partner,
        p.code AS period,
        p.kind AS period_kind,
        p.starts_on AS period_start,
        p.ends_on AS period_end,
        j.split,
        j.split_value,
        j.numerator,
        j.denominator,
        j.records,
        j.clients,
        j.least_clients,
        CASE i.measure
            WHEN 'median' THEN j.stated_value
            WHEN 'count' THEN j.total
            WHEN 'mean' THEN coalesce(j.stated_value, j.total / nullif(j.n, 0))
            ELSE coalesce(j.numerator / nullif(j.denominator, 0), j.stated_value)
        END AS value,
        j.n,
        CASE
            -- greatest() skips an empty cell, which would make an unknown deviation 0.
            WHEN i.measure = 'mean' AND j.n > 1 AND j.squares IS NOT NULL
                THEN sqrt(greatest(0, (j.squares - j.total * j.total / j.n) / (j.n - 1)))
        END AS sd,
        j.q1,
        j.q3,
        j.eligible,
        j.asked,
        j.delivered_by,
        e.partners AS expected_from,
        j.provisional,
        i.definition_version,
        coalesce(i.scale, j.scale) AS scale,
        j.informant,
        j.measured_on,
        j.source,
        j.is_in_all
    FROM joined AS j
    INNER JOIN counted_indicator AS i
        ON j.indicator = i.indicator
    INNER JOIN period AS p
        ON j.period_id = p.period_id
    INNER JOIN series AS s
        ON
            j.indicator = s.indicator
            AND j.partner IS NOT DISTINCT FROM s.partner
            AND j.split IS NOT DISTINCT FROM s.split
            AND j.split_value IS NOT DISTINCT FROM s.split_value
    LEFT JOIN expected AS e
        ON
            j.indicator = e.indicator
            -- Nothing is looked up for a value of a split, which most figures are.
            AND CASE WHEN j.split IS NULL THEN j.period_id END = e.period_id
            AND j.partner IS NOT DISTINCT FROM e.partner
    ORDER BY
        s.number ASC,
        p.kind ASC,
        p.starts_on ASC
)

SELECT
    (row_number() OVER ())::INTEGER AS row_id,
    v.indicator,
    v.partner,
    v.period,
    v.period_kind,
    v.period_start,
    v.period_end,
    v.split,
    v.split_value,
    v.numerator,
    v.denominator,
    v.records,
    v.clients,
    v.least_clients,
    v.value,
    v.n,
    v.sd,
    v.q1,
    v.q3,
    v.eligible,
    v.asked,
    v.delivered_by,
    v.expected_from,
    v.provisional,
    v.definition_version,
    v.scale,
    v.informant,
    v.measured_on,
    v.source,
    v.is_in_all
FROM valued AS v
WHERE v.value IS NOT NULL
