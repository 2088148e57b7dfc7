-- A partner sees the actions of the municipality and its own.
INSERT INTO target.action BY NAME
SELECT
    x.code,
    x.goal,
    x.strategy,
    x.name,
    x.name_en,
    x.owner,
    x.starts_on,
    x.ends_on,
    x.indicator
FROM action AS x
WHERE $partner IS NULL OR x.owner IN ('gemeente', $partner)
ORDER BY x.row_number ASC
