-- Back to what the rule hides, to hide other figures besides.
UPDATE closed_mask
SET suppressed = r.suppressed, small = r.small
FROM rule_mask AS r
WHERE closed_mask.row_id = r.row_id
