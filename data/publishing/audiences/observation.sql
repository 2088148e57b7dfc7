-- What this audience gets: the rows released to it, without any number where it is hidden.
INSERT INTO target.observation BY NAME
SELECT
    o.indicator,
    o.partner,
    o.period,
    o.period_kind,
    o.period_start,
    o.period_end,
    o.split,
    o.split_value,
    CASE WHEN NOT r.suppressed THEN o.numerator END AS numerator,
    CASE WHEN NOT r.suppressed THEN o.denominator END AS denominator,
    CASE WHEN NOT r.suppressed THEN o.records END AS records,
    CASE WHEN NOT r.suppressed THEN o.clients END AS clients,
    CASE WHEN NOT r.suppressed THEN o.value END AS value,
    CASE WHEN NOT r.suppressed THEN o.n END AS n,
    CASE WHEN NOT r.suppressed THEN o.sd END AS sd,
    CASE WHEN NOT r.suppressed THEN o.q1 END AS q1,
    CASE WHEN NOT r.suppressed THEN o.q3 END AS q3,
    CASE WHEN NOT r.suppressed THEN o.eligible END AS eligible,
    CASE WHEN NOT r.suppressed THEN o.asked END AS asked,
    o.delivered_by,
    o.expected_from,
    r.suppressed,
    o.provisional,
    o.definition_version,
    o.scale,
    o.informant,
    o.measured_on,
    o.source
FROM exact_observation AS o
INNER JOIN audience_row AS r
    ON o.row_id = r.row_id
ORDER BY o.row_id ASC
