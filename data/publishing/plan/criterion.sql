-- Criteria for all, and those agreed with this partner.
INSERT INTO target.criterion BY NAME
SELECT
    x.indicator,
    x.comparator,
    x.value / i.per_share AS value,
    x.value_to / i.per_share AS value_to,
    x.valid_from,
    x.valid_to,
    x.partner,
    x.agreed_on,
    x.agreed_by
FROM criterion AS x
INNER JOIN counted_indicator AS i
    ON x.indicator = i.indicator
WHERE $partner IS NULL OR x.partner IS NULL OR x.partner = $partner
ORDER BY x.row_number ASC
