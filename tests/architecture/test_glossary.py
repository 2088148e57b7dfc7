"""A term of the tables, or of what a reader is told, stands in the glossary with its Dutch word."""

from enum import StrEnum

import pytest

from data.schema import INTAKE_TABLES, PUBLISHED_TABLES
from domain.status import Movement, PathStatus, Status
from tests.installation import PROJECT


def rows() -> list[list[str]]:
    """The cells of every row of the glossary's tables."""
    lines = (PROJECT / "GLOSSARY.md").read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]


def terms() -> list[str]:
    return [term.strip().lower() for cells in rows() for term in cells[0].split(",")]


def test_every_table_is_called_by_a_word_of_the_glossary() -> None:
    tables = {table.name.replace("_", " ") for table in (*INTAKE_TABLES, *PUBLISHED_TABLES)}
    assert tables - set(terms()) == set()


@pytest.mark.parametrize("states", [Status, Movement, PathStatus])
def test_every_state_a_reader_is_told_stands_in_the_glossary(states: type[StrEnum]) -> None:
    meanings = " ".join(cells[-1] for cells in rows())
    assert [state.value for state in states if state.value.replace("_", " ") not in meanings] == []


def test_no_term_has_two_meanings() -> None:
    headings = {"english", "english (code)", "---"}
    once = [term for term in terms() if term not in headings]
    assert sorted(once) == sorted(set(once))
