"""Publishing says which counts changed by a few since the version before; no reader gets that list."""

from pathlib import Path

import duckdb
import pytest

from data.publishing import publish
from data.store import open_intake
from settings import Settings
from tests.integration.publishing.intake import figure, indicator, settings_in, taken_in

LISTED = "SELECT partner, period, name, before, after FROM kept.small_change ORDER BY ALL"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = settings_in(tmp_path)
    sizes = {"2025-H1": 40, "2025-H2": 60, "2024-H2": 12}
    figures = [figure(period=code, numerator=10, denominator=size) for code, size in sizes.items()]
    taken_in(made, [indicator("steunfiguur", computation="cijfers"), *figures])
    return made


def change(settings: Settings, period: str, denominator: int) -> None:
    intake = open_intake(settings)
    intake.execute("UPDATE aggregate SET denominator = ? WHERE period = ?", [denominator, period])
    intake.close()


def told(settings: Settings) -> list[str]:
    said: list[str] = []
    publish(settings, lambda what, _done, _of: said.append(what))
    return said


def listed(settings: Settings, version: str) -> list[tuple[object, ...]]:
    path = settings.published / version / "exact.duckdb"
    with duckdb.connect(str(path), read_only=True) as file:
        return file.execute(LISTED).fetchall()


def test_a_first_version_has_nothing_to_compare_with(settings: Settings) -> None:
    assert not [line for line in told(settings) if "veranderd sinds" in line]


def test_a_change_of_one_to_nine_is_named_and_kept_with_its_numbers(settings: Settings) -> None:
    publish(settings)
    change(settings, "2025-H1", 43)
    change(settings, "2025-H2", 90)
    said = told(settings)
    assert "  steunfiguur P01 2025-H1" in said
    assert "  steunfiguur P01 2025-H2" not in said
    assert ("P01", "2025-H1", "denominator", 40.0, 43.0) in listed(settings, "000002")
    assert not [row for row in listed(settings, "000002") if row[1] == "2025-H2"]


def test_what_was_hidden_in_one_of_both_is_not_listed(settings: Settings) -> None:
    publish(settings)
    change(settings, "2024-H2", 9)
    assert not [line for line in told(settings) if "2024-H2" in line]


def test_versions_without_changes_say_so(settings: Settings) -> None:
    publish(settings)
    assert "Met 1 tot 9 veranderd sinds de vorige versie: 0 cijfers" in told(settings)
    assert listed(settings, "000002") == []


@pytest.mark.parametrize("audience", ["steering", "partner-P01"])
def test_no_reader_gets_the_list(settings: Settings, audience: str) -> None:
    publish(settings)
    change(settings, "2025-H1", 43)
    publish(settings)
    with duckdb.connect(str(settings.published / "000002" / f"{audience}.duckdb"), read_only=True) as file:
        tables = {name for (name,) in file.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert "small_change" not in tables
