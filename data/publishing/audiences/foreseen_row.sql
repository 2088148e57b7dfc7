-- What the steering group's file will show of the figures there are (`audience_row`), before it is written: as
-- `seen_row`, and as `observation` fills it in.
CREATE OR REPLACE TEMP VIEW seen_row AS
SELECT
    o.row_id,
    r.suppressed,
    CASE WHEN NOT r.suppressed THEN o.value END AS value,
    CASE WHEN NOT r.suppressed THEN o.numerator END AS numerator,
    CASE WHEN NOT r.suppressed THEN o.denominator END AS denominator,
    CASE WHEN NOT r.suppressed THEN o.records END AS records,
    CASE WHEN NOT r.suppressed THEN o.clients END AS clients,
    CASE WHEN NOT r.suppressed THEN o.n END AS n,
    CASE WHEN NOT r.suppressed AND (e.row_id IS NOT NULL OR te.row_id IS NOT NULL) THEN o.eligible END AS eligible,
    CASE WHEN NOT r.suppressed AND (i.level = 'bevolking' OR ta.row_id IS NOT NULL) THEN o.asked END AS asked
FROM exact_observation AS o
INNER JOIN audience_row AS r
    ON o.row_id = r.row_id
INNER JOIN indicator AS i
    ON o.indicator = i.code
LEFT JOIN known_eligible AS e
    ON o.row_id = e.row_id
LEFT JOIN told_total AS te
    ON
        te.name = 'eligible'
        AND o.row_id = te.row_id
LEFT JOIN told_total AS ta
    ON
        ta.name = 'asked'
        AND o.row_id = ta.row_id
