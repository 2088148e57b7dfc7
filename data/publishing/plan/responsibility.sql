INSERT INTO target.responsibility BY NAME
SELECT
    x.goal,
    x.partner,
    x.promise,
    x.promise_en
FROM responsibility AS x
WHERE $partner IS NULL OR x.partner = $partner
ORDER BY x.row_number ASC
