"""Clients who are counted again are as many as the database finds by counting the clients of each figure."""

from pathlib import Path

import pytest

from data.publishing.surplus import count_surplus
from data.store import open_workspace, rows
from tests.integration.publishing.every_figure import of_every_figure

_CASES = """
    CREATE TEMP TABLE case_row AS
    SELECT
        number * 7919 % {clients} AS client, 1 + number * 31 % 3 AS partner, 100 + number * 17 % 12 AS month,
        11 + number % 4 AS care_form, 21 + number % 3 AS age_group, 31 + number % 2 AS referrer,
        41 AS municipality, CASE WHEN number % 5 = 0 THEN 51 END AS informant,
        CASE WHEN number % 7 != 0 THEN 1 END AS denominator,
        CASE WHEN number % 7 = 0 AND number % 2 = 0 THEN 2.5 END AS value
    FROM range(600) AS made (number)
"""
_PERIODS = """
    CREATE TABLE period AS
    SELECT
        unnest([1, 2, 3, 4, 5]) AS period_id,
        unnest(['month', 'year', 'year', 'horizon', 'horizon']) AS kind
"""
_MONTHS = """
    CREATE TEMP TABLE partner_month AS
    SELECT
        partner, month,
        unnest(
            CASE WHEN month = 104 THEN [1, 2, 4, 5] WHEN month < 107 THEN [2, 4, 5] ELSE [3, 5] END
        ) AS period_id
    FROM range(1, 4) AS p (partner), range(100, 112) AS m (month)
    WHERE partner < 3 OR month NOT BETWEEN 103 AND 105
"""
_EXPECTED = """
    SELECT m.period_id, {partner} AS partner, {split} AS split, {number} AS split_number,
        count(*) - count(DISTINCT c.client) AS records
    FROM case_row AS c INNER JOIN partner_month AS m ON c.partner = m.partner AND c.month = m.month
    WHERE coalesce(c.denominator, c.value) IS NOT NULL AND {counted}
    GROUP BY ALL
    HAVING records > 0
"""


@pytest.mark.parametrize("clients", [1, 40, 400, 600])
def test_clients_are_counted_once_in_every_figure_wherever_their_records_are(
    tmp_path: Path, clients: int
) -> None:
    with open_workspace(tmp_path) as connection:
        for statement in (_CASES.format(clients=clients), _PERIODS, _MONTHS):
            connection.execute(statement)
        count_surplus(connection)
        found = rows(
            connection, "SELECT period_id, partner, split, split_number, records FROM surplus ORDER BY ALL"
        )
        assert found == rows(connection, of_every_figure(_EXPECTED))


def test_without_records_no_client_is_counted_again(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as connection:
        for statement in (_CASES.format(clients=1), _PERIODS, _MONTHS, "DELETE FROM case_row"):
            connection.execute(statement)
        count_surplus(connection)
        assert rows(connection, "FROM surplus") == []
