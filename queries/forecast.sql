SELECT
    f.indicator,
    f.partner,
    f.period_kind AS kind,
    f.period,
    f."on",
    f.fit,
    f.lower80,
    f.upper80,
    f.lower95,
    f.upper95
FROM forecast AS f
WHERE
    f.indicator = $indicator
    AND f.period_kind = $kind
    AND f.partner IS NOT DISTINCT FROM $partner
ORDER BY f."on" ASC
