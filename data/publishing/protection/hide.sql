-- What must be hidden besides, in the mask that everyone but a partner itself has.
UPDATE closed_mask
SET suppressed = TRUE, small = FALSE
WHERE row_id IN (SELECT r.row_id FROM passing_rows AS r)
