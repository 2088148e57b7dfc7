"""A partner that made up a figure of all partners alone knows it, and so is an attacker on the rest."""

import duckdb
import pytest

from data.publishing.statements import statement

TABLES = """
    CREATE TABLE delivery_coverage AS SELECT 'P2' AS partner, 'trajecten' AS kind
    UNION ALL SELECT 'P7' AS partner, 'cijfers' AS kind;
    CREATE TABLE exact_observation AS
    SELECT r.*, row_number() OVER () AS row_id, r.n AS records, NULL::DOUBLE AS denominator
    FROM figures AS r;
    CREATE TABLE part_of_all AS SELECT o.row_id, 0 AS indicator, 0 AS place FROM exact_observation AS o
"""
Figure = tuple[str | None, int, int]


def known(figures: list[Figure]) -> list[str]:
    """Which partner knows the figure; each is a partner, a number of answers and how many delivered it."""
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE figures (partner VARCHAR, n INTEGER, delivered_by INTEGER)")
        connection.executemany("INSERT INTO figures VALUES (?, ?, ?)", figures)
        connection.execute(TABLES)
        return [str(row[2]) for row in connection.execute(statement("protection/known")).fetchall()]


def test_a_figure_of_one_partner_is_known_to_it() -> None:
    assert known([(None, 2, 1), ("P2", 2, 1)]) == ["P2"]


@pytest.mark.parametrize("delivered", [1, 2, 9])
def test_a_median_that_another_partner_delivered_makes_no_second_maker(delivered: int) -> None:
    """It stands beside the median of all partners and is not in it."""
    assert known([(None, 2, 1), ("P2", 2, 1), ("P7", delivered, 1)]) == ["P2"]


def test_a_figure_of_two_partners_is_known_to_neither() -> None:
    assert known([(None, 5, 2), ("P2", 2, 1), ("P3", 3, 1)]) == []
