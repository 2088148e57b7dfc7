"""A partner that made up a figure of all partners alone knows it, and so is an attacker on the rest."""

import duckdb
import pytest

from data.publishing.statements import statement

TABLES = """
    CREATE TABLE numbered_indicator AS SELECT 'wachttijd' AS indicator, 0 AS number;
    CREATE TABLE released_place AS
    SELECT 0 AS place_id, NULL::VARCHAR AS partner, '2025' AS period, NULL::VARCHAR AS split,
        NULL::VARCHAR AS split_value;
    CREATE TABLE exact_observation AS
    SELECT r.*, row_number() OVER () AS row_id, r.n AS records, r.n AS least_clients,
        NULL::DOUBLE AS denominator,
        'wachttijd' AS indicator, '2025' AS period, NULL::VARCHAR AS split, NULL::VARCHAR AS split_value
    FROM figures AS r
"""
Figure = tuple[str | None, int, bool]


def known(figures: list[Figure]) -> list[str]:
    """Which partner knows the figure; each is of a partner, of so many answers, and in that of all or not."""
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE figures (partner VARCHAR, n INTEGER, is_in_all BOOLEAN)")
        connection.executemany("INSERT INTO figures VALUES (?, ?, ?)", figures)
        connection.execute(TABLES)
        connection.execute(statement("protection/of_all"))
        return [str(row[2]) for row in connection.execute(statement("protection/known")).fetchall()]


def test_a_figure_of_one_partner_is_known_to_it() -> None:
    assert known([(None, 2, True), ("P2", 2, True)]) == ["P2"]


@pytest.mark.parametrize("delivered", [1, 2, 9])
def test_a_median_that_another_partner_delivered_makes_no_second_maker(delivered: int) -> None:
    """It stands beside the median of all partners and is not in it."""
    assert known([(None, 2, True), ("P2", 2, True), ("P7", delivered, False)]) == ["P2"]


def test_a_figure_of_two_partners_is_known_to_neither() -> None:
    assert known([(None, 5, True), ("P2", 2, True), ("P3", 3, True)]) == []


def test_a_partner_that_had_nobody_makes_no_second_maker() -> None:
    assert known([(None, 2, True), ("P2", 2, True), ("P3", 0, True)]) == ["P2"]
