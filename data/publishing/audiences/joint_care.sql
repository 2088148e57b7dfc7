INSERT INTO target.joint_care BY NAME
SELECT
    j.partner,
    j.period,
    j.period_kind,
    j.packages,
    j.clients,
    j.evaluated,
    j.suppressed,
    j.small
FROM joint_care_row AS j
ORDER BY
    j.partner ASC NULLS FIRST,
    j.period ASC
