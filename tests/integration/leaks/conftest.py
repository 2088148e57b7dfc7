"""A publication of planted numbers, and which of them each audience must never find."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from data.publishing import publish
from data.store import connect_readonly
from settings import Settings
from tests.integration.leaks.finding import known_digits, written_forms
from tests.integration.leaks.planted import deliveries
from tests.integration.publishing.intake import settings_in, taken_in

NUMBERS = (
    *("numerator", "denominator", "records", "clients", "value", "n", "sd", "q1", "q3", "eligible", "asked"),
    *("lower", "upper", "svd"),
)

Cells = list[dict[str, Any]]


@pytest.fixture(scope="package")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation that published the planted numbers; made once, so never change it."""
    return published_in(tmp_path_factory.mktemp("planted"))


def published_in(home: Path) -> Settings:
    """The planted numbers, taken in and published the way every delivery is."""
    settings = settings_in(home)
    taken_in(settings, deliveries())
    publish(settings)
    return settings


def cells(path: Path, statement: str = "SELECT * FROM observation") -> Cells:
    # As the app opens it: a process cannot have one file open in two ways.
    with closing(connect_readonly(path)) as connection:
        answer = connection.execute(statement)
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def file_of(settings: Settings, audience: str) -> Path:
    return settings.published / "000001" / f"{audience}.duckdb"


@pytest.fixture(scope="package")
def forbidden(planted: Settings) -> Callable[[str], set[str]]:
    """The ways in which what is hidden from an audience might be written."""
    return lambda audience: forms_hidden_from(planted, audience)


def forms_hidden_from(settings: Settings, audience: str) -> set[str]:
    """Every number of every exact figure, but for those that stand openly in a figure of this audience."""
    exact = cells(file_of(settings, "exact"))
    shown = [row for row in cells(file_of(settings, audience)) if not row["suppressed"]]
    keys = {_key(row) for row in shown}
    hidden = [row for row in exact if _key(row) not in keys]
    legible = written_forms(_numbers([row for row in exact if _key(row) in keys]))
    return written_forms(_numbers(hidden)) - legible


def _numbers(rows: Cells) -> list[float]:
    found = [row[name] for row in rows for name in NUMBERS if known_digits(row[name])]
    parts = [(row["numerator"], row["denominator"]) for row in rows if row["numerator"] is not None]
    return found + [rest for part, whole in parts if whole and known_digits(rest := whole - part)]


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["indicator"], row["partner"], row["period"], row["split"], row["split_value"]
