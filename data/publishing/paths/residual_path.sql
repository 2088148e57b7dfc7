-- What may be told of the hidden paths together.
INSERT INTO care_path_row BY NAME
SELECT
    r.domain,
    r.period,
    'horizon' AS period_kind,
    r.care_form,
    r.paths,
    FALSE AS suppressed
FROM path_residual AS r
WHERE $is_closed AND r.audience IS NOT DISTINCT FROM $partner
