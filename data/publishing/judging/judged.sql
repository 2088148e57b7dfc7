-- Words for the codes that came out of judging, and nothing where nothing could be computed.
CREATE OR REPLACE TABLE judged AS
SELECT
    j.row_id,
    CASE WHEN NOT isnan(j.lower) THEN j.lower END AS lower,
    CASE WHEN NOT isnan(j.upper) THEN j.upper END AS upper,
    $statuses[j.status + 1] AS status,
    j.strong,
    CASE WHEN NOT isnan(j.svd) THEN j.svd END AS svd,
    $paths[j.path + 1] AS path
FROM judged_part AS j
