-- Which figures all readers of a kind get.
CREATE OR REPLACE TEMP TABLE audience_row AS
SELECT
    s.mask,
    s.row_id,
    s.suppressed,
    s.small
FROM shared_row AS s
WHERE s.kind = $kind
