-- Every count of joint trajectories, for the exact file.
CREATE OR REPLACE TEMP TABLE joint_care_row AS
SELECT
    c.partner,
    c.period,
    c.period_kind,
    c.packages,
    c.clients,
    c.evaluated,
    FALSE AS suppressed,
    NULL::BOOLEAN AS small
FROM exact_joint_care AS c
