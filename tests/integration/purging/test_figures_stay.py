"""Records go when their retention has passed; what was published of them stays, to the last digit."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.importing.final import mark_final
from data.importing.intake import import_deliveries
from data.importing.outcome import State
from data.publishing import publish
from data.purging.purge import purge
from data.store import connect_readonly, open_intake, rows
from settings import Settings
from tests.installation import PROJECT

SAMPLES = PROJECT / "data" / "samples"
LONG_AFTER = date(2029, 1, 1)
FILES = ("exact", "steering", "partner-P12")

Figures = dict[str, dict[tuple[Any, ...], tuple[Any, ...]]]


def silent(_what: str, _done: int, _of: int) -> None:
    """Without a listener nothing is told."""


def figures(settings: Settings) -> Figures:
    version = publish(settings)
    return {name: published(settings.published / version / f"{name}.duckdb") for name in FILES}


def published(path: Path) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    with connect_readonly(path) as connection:
        observations = {row[:6]: row[6:] for row in rows(connection, OBSERVATIONS)}
        coverage = {row[:2]: row[2:] for row in rows(connection, "SELECT * FROM coverage")}
    return {**observations, **coverage}


OBSERVATIONS = """
    SELECT
        indicator, partner, period, period_kind, split, split_value, numerator, denominator, records, clients,
        value, n, sd, q1, q3, eligible, delivered_by, expected_from, suppressed, provisional, measured_on,
        lower, upper
    FROM observation
"""


def changes(after: Figures, before: Figures) -> list[str]:
    found = []
    for name, expected in before.items():
        found += [f"{name} {key}" for key in sorted(after[name].keys() ^ expected.keys(), key=str)]
        for key in after[name].keys() & expected.keys():
            pairs = zip(after[name][key], expected[key], strict=True)
            if not all(same(other, value) for other, value in pairs):
                found.append(f"{name} {key}: {after[name][key]} instead of {expected[key]}")
    return found[:20]


def same(found: object, expected: object) -> bool:
    if isinstance(expected, float) and isinstance(found, float):
        return found == pytest.approx(expected)
    return found == expected


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation with the records of three partners, one of which stopped delivering."""
    home = tmp_path_factory.mktemp("purged")
    settings = Settings(home / "home", LONG_AFTER, home / "client.key", retention_months=0)
    chosen = [path for code in ("P08", "P11", "P12") for path in (SAMPLES / "trajecten").glob(f"*{code}.csv")]
    outcomes = import_deliveries(settings, [SAMPLES / "plan", *chosen])
    assert {outcome.state for outcome in outcomes} == {State.ACCEPTED}
    return settings


def test_every_published_figure_is_the_same_after_each_purge(taken_in: Settings) -> None:
    settings = taken_in
    before = figures(settings)
    first = purge(settings, silent)
    assert first.last_period == "2025-H1"  # in the middle of a year and of the horizon
    assert [(each.partner, each.period.code) for each in first.blocked_by] == [("P08", "2025-H2")]
    assert left(settings)[0] == "2025-H2"
    assert changes(figures(settings), before) == []

    for half_year in ("2025-H2", "2026-H1"):
        mark_final(settings, half_year)
    settled = figures(settings)
    assert purge(settings, silent).last_period == "2026-H1"
    assert left(settings) == []
    assert changes(figures(settings), settled) == []
    assert purge(settings, silent).records == 0


def left(settings: Settings) -> list[str]:
    with open_intake(settings, read_only=True) as intake:
        found = rows(intake, "SELECT DISTINCT delivery_period FROM trajectory ORDER BY 1")
    return [str(period) for (period,) in found]
