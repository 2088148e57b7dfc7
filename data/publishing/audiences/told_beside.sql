-- Of which figures others may read how many could have had a value, and how many were asked, where they are shown.
-- Neither is in any proof, so only where nothing follows from it: where another shown figure is that number, or of
-- all partners together where `told_total` says so. Of a population who was asked is public.
CREATE OR REPLACE VIEW told_beside AS
SELECT
    o.row_id,
    e.row_id IS NOT NULL OR te.row_id IS NOT NULL AS is_eligible_told,
    i.level = 'bevolking' OR ta.row_id IS NOT NULL AS is_asked_told
FROM exact_observation AS o
INNER JOIN indicator AS i
    ON o.indicator = i.code
LEFT JOIN known_eligible AS e
    ON o.row_id = e.row_id
LEFT JOIN told_total AS te
    ON
        te.name = 'eligible'
        AND o.row_id = te.row_id
LEFT JOIN told_total AS ta
    ON
        ta.name = 'asked'
        AND o.row_id = ta.row_id
