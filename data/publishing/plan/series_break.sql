INSERT INTO target.series_break BY NAME
SELECT
    x.indicator,
    x.broke_on,
    x.reason,
    x.reason_en
FROM series_break AS x
ORDER BY x.row_number ASC
