-- Figures of all partners in the file that was written (`seen_row`) that leave a few clients of others to who knows
-- its own part in them.
SELECT count(*) AS figures
FROM part_of_all AS a
INNER JOIN exact_observation AS o
    ON
        a.row_id = o.row_id
        AND o.partner IS NULL
INNER JOIN seen_row AS b
    ON
        o.row_id = b.row_id
        AND NOT b.suppressed
INNER JOIN part_of_all AS mine
    ON
        a.indicator = mine.indicator
        AND a.place = mine.place
INNER JOIN exact_observation AS own
    ON
        mine.row_id = own.row_id
        AND own.partner IS NOT NULL
ANTI JOIN closed_mask AS m
    ON mine.row_id = m.row_id
WHERE
    own.least_clients > 0
    AND o.least_clients - own.least_clients BETWEEN 1 AND $least - 1
