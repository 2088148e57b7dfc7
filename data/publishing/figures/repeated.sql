-- Records of clients who were counted more than once in the same period; everyone else is one client per record.
CREATE OR REPLACE TEMP TABLE repeated AS
WITH counted AS (
    SELECT
        c.client,
        c.partner,
        c.month,
        c.care_form,
        c.age_group,
        c.referrer,
        c.municipality,
        c.informant
    FROM case_row AS c
    WHERE coalesce(c.denominator, c.value) IS NOT NULL
),

frequent AS (
    SELECT c.client
    FROM counted AS c
    GROUP BY c.client
    HAVING count(*) > 1
),

several AS (
    SELECT
        c.client,
        c.partner,
        m.period_id,
        c.care_form,
        c.age_group,
        c.referrer,
        c.municipality,
        c.informant
    FROM counted AS c
    SEMI JOIN frequent
        ON c.client = frequent.client
    INNER JOIN partner_month AS m
        ON
            c.partner = m.partner
            AND c.month = m.month
),

again AS (
    SELECT
        s.client,
        s.period_id
    FROM several AS s
    GROUP BY s.client, s.period_id
    HAVING count(*) > 1
)

SELECT
    s.client,
    s.partner,
    s.period_id,
    s.care_form,
    s.age_group,
    s.referrer,
    s.municipality,
    s.informant
FROM several AS s
SEMI JOIN again
    ON
        s.client = again.client
        AND s.period_id = again.period_id
