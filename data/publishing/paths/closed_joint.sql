-- The joint trajectories of one reader, released like the paths.
CREATE OR REPLACE TEMP TABLE joint_care_row AS
WITH masked AS (
    SELECT
        c.joint_id,
        (c.partner IS NULL OR $partner IS NULL) AND h.row_id IS NOT NULL AS suppressed
    FROM exact_joint_care AS c
    LEFT JOIN partner AS p
        ON c.partner = p.code
    LEFT JOIN hidden_joint AS h
        ON
            c.joint_id = h.row_id
            AND (h.audience IS NULL OR h.audience = $partner)
    WHERE
        $is_closed
        AND (
            c.partner IS NULL
            OR c.partner = $partner
            OR ($partner IS NULL AND c.period_kind = 'horizon' AND coalesce(p.named, FALSE))
        )
)

SELECT
    c.partner,
    c.period,
    c.period_kind,
    CASE WHEN NOT m.suppressed THEN c.packages END AS packages,
    CASE WHEN NOT m.suppressed THEN c.clients END AS clients,
    CASE WHEN NOT m.suppressed THEN c.evaluated END AS evaluated,
    m.suppressed,
    CASE WHEN NOT m.suppressed THEN c.clients < $small_below END AS small
FROM exact_joint_care AS c
INNER JOIN masked AS m
    ON c.joint_id = m.joint_id
