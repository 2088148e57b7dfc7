-- What an audience read before of the figures that there are now, while its earlier file is attached.
CREATE OR REPLACE TEMP VIEW seen_row AS
SELECT
    o.row_id,
    b.suppressed,
    b.hidden_since,
    b.value,
    b.numerator,
    b.denominator,
    b.records,
    b.clients,
    b.n,
    b.eligible,
    b.asked
FROM exact_observation AS o
INNER JOIN earlier.observation AS b
    ON
        o.indicator = b.indicator
        AND o.period = b.period
        AND o.partner IS NOT DISTINCT FROM b.partner
        AND o.split IS NOT DISTINCT FROM b.split
        AND o.split_value IS NOT DISTINCT FROM b.split_value
