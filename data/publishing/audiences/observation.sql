-- What this audience gets: the rows released to it, without any number where it is hidden. How many could have had a
-- value and how many were asked others read only where `told_beside` says so.
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
    CASE WHEN NOT r.suppressed AND (r.mask = 'own' OR t.is_eligible_told) THEN o.eligible END AS eligible,
    CASE WHEN NOT r.suppressed AND (r.mask = 'own' OR t.is_asked_told) THEN o.asked END AS asked,
    CASE WHEN NOT r.suppressed THEN o.delivered_by END AS delivered_by,
    o.expected_from,
    r.suppressed,
    o.provisional,
    o.definition_version,
    o.scale,
    o.informant,
    o.measured_on,
    o.source,
    CASE WHEN NOT r.suppressed THEN j.lower END AS lower,
    CASE WHEN NOT r.suppressed THEN j.upper END AS upper,
    CASE WHEN r.suppressed THEN 'suppressed' ELSE j.status END AS status,
    CASE WHEN NOT r.suppressed THEN j.strong END AS strong,
    CASE WHEN NOT r.suppressed THEN j.svd END AS svd,
    CASE WHEN r.suppressed THEN 'suppressed' ELSE j.path END AS path,
    CASE WHEN r.suppressed THEN 'suppressed' ELSE m.movement END AS movement,
    CASE WHEN NOT r.suppressed THEN r.small END AS small,
    CASE WHEN r.suppressed THEN h.since END AS hidden_since
FROM exact_observation AS o
INNER JOIN audience_row AS r
    ON o.row_id = r.row_id
INNER JOIN judged AS j
    ON o.row_id = j.row_id
INNER JOIN told_beside AS t
    ON o.row_id = t.row_id
LEFT JOIN moved AS m
    ON
        r.mask = m.mask
        AND r.row_id = m.row_id
LEFT JOIN hidden_since AS h
    ON
        r.mask = h.mask
        AND r.row_id = h.row_id
ORDER BY o.row_id ASC
