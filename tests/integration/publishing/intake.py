"""Accepted rows made one by one, so that a test of the publication shows only what matters to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.store import Connection, open_intake, quoted
from settings import Settings

TODAY = date(2026, 11, 1)
RECEIVED = datetime(2026, 7, 14, 9, 30)  # noqa: DTZ001 - the store keeps local time


@dataclass(frozen=True)
class Given:
    """One accepted row of one table; columns that are not given are empty."""

    table: str
    values: dict[str, Any] = field(default_factory=dict)


def settings_in(home: Path, today: date = TODAY) -> Settings:
    return Settings(home=home, today=today, key_file=home / "client.key")


def ambition(code: str = "A1", **given: Any) -> Given:
    defaults = {
        "code": code,
        "name": "Aanpak",
        "text": "Jongeren staan op eigen benen",
        "starts_on": date(2023, 1, 1),
        "ends_on": date(2026, 12, 31),
        "fictional": True,
    }
    return Given("ambition", {**defaults, **given})


def indicator(code: str = "uitval", **given: Any) -> Given:
    defaults = {
        "code": code,
        "name": code,
        "definition": "Wat meetelt",
        "unit": "procent",
        "direction": "lager",
        "outcome_criterion": "uitval",
        "computation": code,
        "level": "partner",
        "question": "Houden we jongeren vast?",
    }
    return Given("indicator", {**defaults, **given})


def partner(code: str = "P01", **given: Any) -> Given:
    """One whose name may stand beside figures, unless given otherwise."""
    defaults = {"code": code, "name": f"Partner {code}", "sector": "jeugdhulp", "named": True}
    return Given("partner", {**defaults, **given})


def goal(code: str = "D1", **given: Any) -> Given:
    defaults = {
        "code": code,
        "ambition": "A1",
        "position": 1,
        "name": "Doel",
        "text": "Minder uitval",
        "kind": "inhoudelijk",
        "indicator": "uitval",
    }
    return Given("goal", {**defaults, **given})


def instrument(code: str = "SDQ", **given: Any) -> Given:
    defaults = {
        "code": code,
        "name": code,
        "standard_deviation": 5.8,
        "reliability": 0.82,
        "direction": "lager",
    }
    return Given("instrument", {**defaults, **given})


def agreement(partner: str = "P01", indicator: str = "uitval", **given: Any) -> Given:
    defaults = {
        "partner": partner,
        "indicator": indicator,
        "valid_from": date(2023, 1, 1),
        "frequency": "halfjaar",
    }
    return Given("agreement", {**defaults, **given})


def record(trajectory: str = "T1", **given: Any) -> Given:
    defaults = {
        "delivery_period": "2025-H1",
        "partner": "P01",
        "domain": "jeugd",
        "trajectory": trajectory,
        "client": f"client of {trajectory}",
        "care_form": "02",
        "municipality": "GM0394",
        "referrer": "01",
        "age_group": "12-15",
        "started_on": date(2024, 9, 1),
        "ended_on": date(2025, 3, 15),
        "code_list": "bij",
        "end_reason": "01",
    }
    return Given("trajectory", {**defaults, **given})


def answered(trajectory: str, *, is_known: bool, **given: Any) -> Given:
    """Help that ended, with what a young client thought of it where that is known."""
    score = {"satisfaction": 7.0, "satisfaction_scale": "1-10", "informant": "jeugdige"} if is_known else {}
    return record(trajectory, **{**score, **given})


def figure(indicator: str = "steunfiguur", period: str = "2025-H1", **given: Any) -> Given:
    """A row of cijfers, of partner P01 unless another or none is given."""
    return Given("aggregate", {"indicator": indicator, "partner": "P01", "period": period, **given})


def delivery(number: int, kind: str, **given: Any) -> Given:
    defaults = {
        "id": number,
        "kind": kind,
        "file_name": f"{kind}.csv",
        "stored_as": f"{number:06d}.csv",
        "sha256": "0" * 64,
        "received_at": RECEIVED,
        "rows": 1,
        "state": "accepted",
    }
    return Given("delivery", {**defaults, **given})


def final(period: str, partner: str | None = None) -> Given:
    values = {"partner": partner, "period": period, "marked_on": RECEIVED}
    return Given("final_period", values)


def taken_in(settings: Settings, rows: Iterable[Given]) -> None:
    """Put the rows in the intake as if they had been accepted; ambition and partner P01 unless given."""
    given = list(rows)
    tables = {row.table for row in given}
    given += [default for default in (ambition(), partner()) if default.table not in tables]
    connection = open_intake(settings)
    for number, row in enumerate(given, start=1):
        insert(connection, row, number)
    connection.close()


def insert(connection: Connection, row: Given, number: int) -> None:
    values = dict(row.values)
    if row.table not in {"delivery", "final_period"}:
        values = {"delivery_id": 1, "row_number": number, **values}
    names = ", ".join(quoted(name) for name in values)
    marks = ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO {quoted(row.table)} ({names}) VALUES ({marks})", list(values.values()))
