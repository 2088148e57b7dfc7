INSERT INTO target.method_value BY NAME
SELECT
    e.rule,
    e.place,
    e.name,
    e.amount,
    e.decimals,
    e.is_share
FROM explained AS e
ORDER BY e.place ASC
