SELECT
    j.partner,
    p.name,
    j.period,
    j.period_kind AS kind,
    j.packages,
    j.clients,
    j.evaluated,
    j.suppressed,
    j.small
FROM joint_care AS j
LEFT JOIN partner AS p ON j.partner = p.code
ORDER BY
    lower(p.name) ASC NULLS FIRST,
    j.partner ASC NULLS FIRST,
    j.period_kind ASC,
    j.period DESC
