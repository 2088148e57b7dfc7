INSERT INTO target.instrument BY NAME
SELECT
    x.code,
    x.name,
    x.standard_deviation,
    x.reliability,
    x.direction,
    x.cut_off
FROM instrument AS x
ORDER BY x.row_number ASC
