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
    CASE WHEN NOT r.suppressed AND t.is_eligible_told THEN o.eligible END AS eligible,
    CASE WHEN NOT r.suppressed AND t.is_asked_told THEN o.asked END AS asked
FROM exact_observation AS o
INNER JOIN audience_row AS r
    ON o.row_id = r.row_id
INNER JOIN told_beside AS t
    ON o.row_id = t.row_id
