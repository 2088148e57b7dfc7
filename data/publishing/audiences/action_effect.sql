INSERT INTO target.action_effect BY NAME
SELECT
    a.action,
    a.indicator,
    a.partner,
    a.period_kind,
    a.before_from,
    a.before_to,
    a.after_from,
    a.after_to,
    a.before,
    a.after,
    a.before_n,
    a.after_n,
    a.difference,
    a.lower,
    a.upper,
    a.state
FROM acted AS a
