-- The steering group gets every effect; a partner those of the municipality's actions and its own, as it sees itself.
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
LEFT JOIN partner AS p
    ON a.partner = p.code
WHERE
    ($kind = 'steering' AND a.mask = 'closed' AND (a.partner IS NULL OR p.named))
    OR (
        $kind = 'partner'
        AND a.owner IN ('gemeente', $partner)
        AND ((a.partner IS NULL AND a.mask = 'closed') OR (a.partner = $partner AND a.mask = 'own'))
    )
