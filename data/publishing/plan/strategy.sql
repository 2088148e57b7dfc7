INSERT INTO target.strategy BY NAME
SELECT
    x.code,
    x.goal,
    x.text,
    x.text_en
FROM strategy AS x
ORDER BY x.row_number ASC
