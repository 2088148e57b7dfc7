INSERT INTO target.agreement BY NAME
SELECT
    x.partner,
    x.indicator,
    x.valid_from,
    x.valid_to,
    x.frequency,
    x.informant,
    x.moment,
    x.instrument,
    x.evaluator
FROM agreement AS x
WHERE $partner IS NULL OR x.partner = $partner
ORDER BY x.row_number ASC
