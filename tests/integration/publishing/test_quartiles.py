"""Medians picked from records in order are those that the database computes itself."""

from pathlib import Path

from data.publishing.quartiles import add_quartiles
from data.publishing.statements import run
from data.store import open_workspace, rows
from tests.integration.publishing.every_figure import of_every_figure

_CASES = """
    CREATE TEMP TABLE case_row AS
    SELECT
        1 + number % 3 AS partner, number % 12 AS month, 11 + number % 4 AS care_form, 21 AS age_group,
        31 + number % 2 AS referrer, 41 AS municipality,
        CASE WHEN number % 5 = 0 THEN 51 END AS informant,
        CASE WHEN number % 7 != 0 THEN (number * 37) % 101 / 2 END AS value
    FROM range(500) AS made (number)
"""
_PERIODS = """
    CREATE TABLE period AS
    SELECT unnest([1, 2, 3]) AS period_id, unnest(['month', 'year', 'horizon']) AS kind
"""
_MONTHS = """
    CREATE TEMP TABLE partner_month AS
    SELECT
        partner, month,
        unnest(CASE WHEN month = 4 THEN [1, 2, 3] WHEN month < 9 THEN [2, 3] ELSE [3] END) AS period_id
    FROM range(1, 3) AS p (partner), range(12) AS m (month)
"""
_EXPECTED = """
    SELECT m.period_id, {partner} AS partner, {split} AS split, {number} AS split_number,
        quantile_cont(c.value, [0.25, 0.5, 0.75]) AS points
    FROM case_row AS c INNER JOIN partner_month AS m ON c.partner = m.partner AND c.month = m.month
    WHERE c.value IS NOT NULL AND {counted}
    GROUP BY ALL
"""


def test_a_median_is_the_same_picked_from_ordered_records(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as connection:
        for statement in (_CASES, _PERIODS, _MONTHS):
            connection.execute(statement)
        run(connection, "figures/no_quartile")
        add_quartiles(connection)
        found = rows(
            connection, "SELECT period_id, partner, split, split_number, points FROM quartile ORDER BY ALL"
        )
        assert found == rows(connection, of_every_figure(_EXPECTED))
