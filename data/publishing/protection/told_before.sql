-- Released figures that readers saw in the version before with the very same numbers, under the same policy.
CREATE OR REPLACE TABLE told_before AS
SELECT o.row_id
FROM exact_observation AS o
INNER JOIN seen_row AS b
    ON o.row_id = b.row_id
WHERE
    NOT b.suppressed
    AND o.value IS NOT DISTINCT FROM b.value
    AND o.numerator IS NOT DISTINCT FROM b.numerator
    AND o.denominator IS NOT DISTINCT FROM b.denominator
    AND o.records IS NOT DISTINCT FROM b.records
    AND o.clients IS NOT DISTINCT FROM b.clients
    AND o.n IS NOT DISTINCT FROM b.n
    AND EXISTS (
        SELECT 1 FROM earlier.policy AS e
        INNER JOIN policy_in_force AS p
            ON
                e.audience = p.audience
                AND e.min_denominator IS NOT DISTINCT FROM p.min_denominator
                AND e.min_part IS NOT DISTINCT FROM p.min_part
                AND e.zero_is_small IS NOT DISTINCT FROM p.zero_is_small
                AND e.rounding_base IS NOT DISTINCT FROM p.rounding_base
                AND e.is_proved IS NOT DISTINCT FROM p.is_proved
        WHERE e.audience = 'steering'
    )
