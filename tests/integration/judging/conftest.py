"""Random deliveries with a plan that asks for judgement, published once for all tests of judging."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.publishing import publish
from settings import Settings
from tests.integration.publishing import generated
from tests.integration.publishing.intake import Given, goal, settings_in

CRITERIA = (
    ("uitval", "≤", 40, None, None, date(2022, 1, 1), date(2023, 12, 31)),
    ("uitval", "≤", 25, None, None, date(2024, 1, 1), None),
    ("uitval", "≤", 60, None, "P02", date(2022, 1, 1), None),
    ("zonder_hulp_verder", "≥", 45, None, None, date(2022, 1, 1), None),
    ("doelen_behaald", "tussen", 20, 50, None, date(2022, 1, 1), None),
    ("tevredenheid", "≥", 7, None, None, date(2022, 1, 1), None),
    ("doorlooptijd", "≤", 200, None, None, date(2022, 1, 1), None),
)
GOALS = (
    goal("D1", baseline_value=40, baseline_year=2022, target_value=25, target_year=2026),
    goal(
        "D2", indicator="tevredenheid", baseline_value=5, baseline_year=2022, target_value=8, target_year=2026
    ),
    goal("D3", indicator="zonder_hulp_verder", target_value=30, target_year=2026),
)
ACTIONS = (
    ("A1", "gemeente", date(2024, 1, 1)),
    ("A2", "P01", date(2023, 7, 1)),
    ("A3", "P02", date(2026, 1, 1)),
)


def plan() -> list[Given]:
    """Criteria of every kind, goals with and without a path, a break, and actions."""
    names = ("indicator", "comparator", "value", "value_to", "partner", "valid_from", "valid_to")
    return [
        *generated.plan(),
        *GOALS,
        *(Given("criterion", dict(zip(names, given, strict=True))) for given in CRITERIA),
        *(
            Given("action", {"code": code, "goal": "D1", "name": code, "owner": owner, "starts_on": began})
            for code, owner, began in ACTIONS
        ),
        Given("milestone", {"goal": "D1", "year": 2024, "value": 30}),
        Given(
            "series_break",
            {"indicator": "uitval_client", "broke_on": date(2022, 11, 15), "reason": "Anders geteld"},
        ),
    ]


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Made once per run, so never change it."""
    settings = settings_in(tmp_path_factory.mktemp("judged"))
    generated.take_in(settings, generated.records(11, 900), plan())
    publish(settings)
    return settings


def rows(
    settings: Settings, audience: str, statement: str = "SELECT * FROM observation"
) -> list[dict[str, Any]]:
    """The answer to a statement from one published file, also the exact one."""
    path: Path = settings.published / "000001" / f"{audience}.duckdb"
    with duckdb.connect(str(path), read_only=True) as connection:
        answer = connection.execute(statement)
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
