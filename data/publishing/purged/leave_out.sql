-- What happened until the purge is counted already; a late or repeated record must not count there again.
DELETE FROM case_row AS c
WHERE c.month <= $month
