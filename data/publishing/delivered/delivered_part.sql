-- What partners delivered as cijfers, in the same shape as what is computed from records.
-- Clients left empty: every counted one is another client; nothing to count with: unknown, so as small as can be.
CREATE OR REPLACE TABLE delivered_part AS
WITH dated AS (
    SELECT
        a.indicator,
        a.partner,
        coalesce(a.split, CASE WHEN a.municipality IS NOT NULL THEN 'gemeente' END) AS split,
        coalesce(a.split_value, a.municipality) AS split_value,
        a.numerator,
        a.denominator,
        a.clients,
        a.value / i.per_share AS value,
        a.n,
        a.sd / i.per_share AS sd,
        a.q1 / i.per_share AS q1,
        a.q3 / i.per_share AS q3,
        a.records,
        a.eligible,
        a.asked,
        a.informant,
        a.scale,
        a.measured_on,
        a.status,
        a.source,
        a.delivery_id,
        a.row_number,
        i.measure,
        i.counts_records,
        p.period_id,
        p.kind AS period_kind,
        p.starts_on,
        p.ends_on,
        h.starts_on AS half_year
    FROM aggregate AS a
    INNER JOIN counted_indicator AS i
        ON a.indicator = i.indicator
    INNER JOIN period AS p
        ON a.period = p.code
    INNER JOIN period AS h
        ON
            h.kind = 'half_year'
            AND p.ends_on BETWEEN h.starts_on AND h.ends_on
    WHERE
        a.partner IS NOT NULL
        AND (a.split IS NULL OR a.municipality IS NULL)
        AND (a.scale IS NULL OR i.scale IS NULL OR a.scale = i.scale)
),

latest AS (
    SELECT
        d.partner,
        max(d.half_year) AS half_year
    FROM dated AS d
    WHERE d.period_kind != 'horizon'
    GROUP BY d.partner
)

SELECT
    d.indicator,
    d.partner,
    d.period_id,
    d.period_kind,
    d.starts_on,
    d.ends_on,
    d.split,
    d.split_value,
    CASE WHEN d.measure IN ('proportion', 'ratio') THEN d.numerator END AS numerator,
    CASE WHEN d.measure IN ('proportion', 'ratio') THEN d.denominator END AS denominator,
    coalesce(
        d.records, CASE WHEN d.measure IN ('mean', 'median') THEN d.n WHEN d.counts_records THEN d.denominator END
    )::BIGINT AS records,
    coalesce(d.clients, d.n, d.denominator, CASE WHEN d.measure = 'count' THEN d.value END)::BIGINT AS clients,
    coalesce(d.clients, d.n, d.denominator, CASE WHEN d.measure = 'count' THEN d.value END, 1)::BIGINT
        AS least_clients,
    CASE WHEN d.measure IN ('mean', 'median') THEN d.n END AS n,
    CASE d.measure WHEN 'mean' THEN d.n * d.value WHEN 'count' THEN d.value END AS total,
    CASE
        WHEN d.measure = 'mean' AND d.n = 1 THEN d.value ** 2 -- one value alone has no deviation to deliver
        WHEN d.measure = 'mean' THEN (d.n - 1) * d.sd ** 2 + d.n * d.value ** 2
    END AS squares,
    d.value AS stated_value,
    CASE WHEN d.measure = 'median' THEN d.q1 END AS q1,
    CASE WHEN d.measure = 'median' THEN d.q3 END AS q3,
    d.eligible,
    d.asked,
    1 AS delivered_by,
    coalesce(d.status = 'voorlopig', l.half_year <= d.half_year AND f.starts_on IS NULL, TRUE) AS provisional,
    d.measured_on,
    d.informant,
    d.scale,
    d.source,
    CASE d.measure
        WHEN 'mean' THEN d.n * d.value IS NOT NULL
        WHEN 'count' THEN d.value IS NOT NULL
        WHEN 'median' THEN FALSE
        ELSE d.numerator + d.denominator IS NOT NULL
    END AS is_additive
FROM dated AS d
LEFT JOIN latest AS l
    ON d.partner = l.partner
LEFT JOIN settled_half_year AS f
    ON
        d.partner = f.partner
        AND d.half_year = f.starts_on
QUALIFY
    row_number() OVER (
        PARTITION BY d.indicator, d.partner, d.period_id, d.split, d.split_value
        ORDER BY d.delivery_id DESC, d.row_number DESC
    ) = 1
