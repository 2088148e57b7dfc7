INSERT INTO target.statline_measure BY NAME
SELECT
    x.table_code,
    x.measure,
    x.indicator,
    x.region,
    x.compared_with,
    x.selection
FROM statline_measure AS x
ORDER BY x.row_number ASC
