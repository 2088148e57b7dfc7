SELECT
    m.rule,
    m.name,
    m.amount,
    m.decimals,
    m.is_share
FROM method_value AS m
ORDER BY m.place ASC
