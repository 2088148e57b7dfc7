SELECT
    e.action,
    e.indicator,
    e.partner,
    e.period_kind AS kind,
    e.before_from,
    e.before_to,
    e.after_from,
    e.after_to,
    e.before,
    e.after,
    e.before_n,
    e.after_n,
    e.difference,
    e.lower,
    e.upper,
    e.state
FROM action_effect AS e
WHERE
    ($action IS NULL OR e.action = $action)
    AND ($indicator IS NULL OR e.indicator = $indicator)
ORDER BY
    e.action ASC,
    e.partner ASC NULLS FIRST
