SELECT
    c.indicator,
    c.partner,
    c.comparator,
    c.value,
    c.value_to,
    c.valid_from,
    c.valid_to,
    c.agreed_on,
    c.agreed_by
FROM criterion AS c
WHERE
    ($indicator IS NULL OR c.indicator = $indicator)
    AND (c.partner IS NULL OR c.partner = $partner OR $every_partner)
ORDER BY
    c.indicator ASC,
    c.valid_from ASC
