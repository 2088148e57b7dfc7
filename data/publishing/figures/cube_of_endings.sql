-- The sums of an indicator that counts endings for some reasons among endings, of which the sums are there.
CREATE OR REPLACE TEMP TABLE cube AS
SELECT
    e.partner,
    e.month,
    e.split,
    e.split_number,
    CASE
        WHEN sum(e.records) > 0
            THEN coalesce(sum(e.records) FILTER (WHERE list_contains($reasons, e.ended_as)), 0)
    END::DOUBLE AS numerator,
    CASE WHEN sum(e.records) > 0 THEN sum(e.records) END::DOUBLE AS denominator,
    sum(e.records)::BIGINT AS records,
    NULL::DOUBLE AS total,
    NULL::DOUBLE AS squares,
    sum(e.eligible)::BIGINT AS eligible
FROM ending_cube AS e
GROUP BY e.partner, e.month, e.split, e.split_number
