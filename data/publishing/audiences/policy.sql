-- All of them, in every file: what holds for others is no secret.
INSERT INTO target.policy BY NAME
SELECT
    p.audience,
    p.min_denominator,
    p.min_part,
    p.zero_is_small,
    p.rounding_base,
    p.is_proved
FROM policy_in_force AS p
ORDER BY p.audience ASC
