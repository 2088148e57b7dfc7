-- Figures that readers saw until a policy became stricter: hidden now, each says since when, and so that it was of as
-- many clients as the looser policy asked.
CREATE OR REPLACE TABLE least_before AS
SELECT
    b.row_id,
    e.min_denominator AS least
FROM seen_row AS b
INNER JOIN earlier.policy AS e
    ON e.audience = 'steering'
WHERE CASE WHEN b.suppressed THEN b.hidden_since ELSE $today END IS NOT NULL
