INSERT INTO target.code_label BY NAME
SELECT
    x.list,
    x.domain,
    x.code,
    x.label,
    x.label_en
FROM code_label AS x
ORDER BY x.row_number ASC
