-- What `closed_mask` hides by the rule, before anything is hidden besides.
CREATE OR REPLACE TEMP TABLE rule_mask AS
SELECT
    m.row_id,
    m.suppressed,
    m.small
FROM closed_mask AS m
