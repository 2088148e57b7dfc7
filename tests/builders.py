"""Small published versions made row by row, so that a test shows only what matters to it."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from data.schema import PUBLISHED_TABLES, SCHEMA_VERSION, ddl
from domain.disclosure import POLICIES, policies
from domain.period import parse_period

TODAY = date(2026, 11, 1)
COLUMNS = {table.name: [column.name for column in table.columns] for table in PUBLISHED_TABLES}


@dataclass(frozen=True)
class Row:
    """One row of a published table; columns that are not given are empty."""

    table: str
    values: dict[str, Any]


def built(table: str, defaults: dict[str, Any], given: dict[str, Any]) -> Row:
    unknown = given.keys() - set(COLUMNS[table])
    assert not unknown, f"{table} has no column {', '.join(sorted(unknown))}"
    return Row(table, {**defaults, **given})


def publication(**given: Any) -> Row:
    defaults = {
        "version": "000001",
        "published_at": datetime(2026, 10, 30, 9, 0),  # noqa: DTZ001 - the store keeps local time
        "today": TODAY,
        "audience": "steering",
        "fictional": True,
        "schema_version": SCHEMA_VERSION,
        "min_clients": 10,
    }
    return built("publication", defaults, given)


def policy(audience: str = "steering", **given: Any) -> Row:
    """What held for an audience when the version was made: what holds now, unless given otherwise."""
    defaults = asdict(policies(is_proved=True)[audience])
    return built("policy", defaults, given)


def ambition(code: str = "A1", **given: Any) -> Row:
    defaults = {
        "code": code,
        "name": "Aanpak 16-27",
        "name_en": "Approach 16-27",
        "text": "Jongeren staan na hun verblijf op eigen benen",
        "text_en": "Young people stand on their own feet after their stay",
        "starts_on": date(2023, 1, 1),
        "ends_on": date(2026, 12, 31),
        "fictional": True,
    }
    return built("ambition", defaults, given)


def goal(code: str = "D1", **given: Any) -> Row:
    defaults = {
        "code": code,
        "ambition": "A1",
        "position": 1,
        "name": "Minder uitval",
        "name_en": "Fewer dropouts",
        "text": "Minder jongeren stoppen te vroeg",
        "text_en": "Fewer young people stop too early",
        "kind": "inhoudelijk",
        "indicator": "uitval",
        "baseline": 0.24,
        "baseline_year": 2022,
        "target": 0.12,
        "target_year": 2026,
        "target_kind": "waarde",
    }
    return built("goal", defaults, given)


def indicator(code: str = "uitval", **given: Any) -> Row:
    defaults = {
        "code": code,
        "name": "Uitval",
        "name_en": "Dropout",
        "definition": "Trajecten die de cliënt of de aanbieder eenzijdig stopte.",
        "definition_en": "Care episodes stopped one-sidedly by client or provider.",
        "sentence": "{waarde} van de trajecten stopt te vroeg",
        "sentence_en": "{waarde} of care episodes stop too early",
        "counted": "trajecten",
        "counted_en": "care episodes",
        "unit": "procent",
        "decimals": 0,
        "direction": "lager",
        "outcome_criterion": "uitval",
        "computation": "uitval",
        "level": "partner",
        "domain": "jeugd",
        "question": "Houden we jongeren vast in hulp die zij nodig hebben?",
        "question_en": "Do we keep young people in the help they need?",
        "definition_version": 1,
    }
    return built("indicator", defaults, given)


def criterion(indicator: str = "uitval", **given: Any) -> Row:
    defaults = {
        "indicator": indicator,
        "comparator": "≤",
        "value": 0.15,
        "valid_from": date(2025, 1, 1),
        "agreed_on": date(2024, 11, 12),
        "agreed_by": "Stuurgroep",
    }
    return built("criterion", defaults, given)


def partner(code: str = "P01", **given: Any) -> Row:
    defaults = {"code": code, "name": "Acacia Jeugdhulp", "sector": "jeugdhulp", "named": True}
    return built("partner", defaults, given)


def contact(**given: Any) -> Row:
    return built("contact", {"role": "Programmaleider jeugd", "address": "jeugd@gemeente.example"}, given)


def agreement(partner: str = "P01", indicator: str = "uitval", **given: Any) -> Row:
    defaults = {
        "partner": partner,
        "indicator": indicator,
        "valid_from": date(2023, 1, 1),
        "frequency": "halfjaar",
    }
    return built("agreement", defaults, given)


def milestone(goal: str = "D1", year: int = 2024, value: float = 0.18) -> Row:
    return built("milestone", {"goal": goal, "year": year, "value": value}, {})


def action(code: str = "AC1", **given: Any) -> Row:
    defaults = {
        "code": code,
        "goal": "D1",
        "name": "Warme overdracht",
        "name_en": "Warm handover",
        "owner": "gemeente",
        "starts_on": date(2025, 4, 1),
        "indicator": "uitval",
    }
    return built("action", defaults, given)


def series_break(indicator: str = "uitval", **given: Any) -> Row:
    defaults = {
        "indicator": indicator,
        "broke_on": date(2023, 1, 1),
        "reason": "Overstap telt niet meer als uitval",
        "reason_en": "A switch no longer counts as a dropout",
    }
    return built("series_break", defaults, given)


def plan_row(table: str, **given: Any) -> Row:
    """A row of any other table of the plan."""
    return built(table, {}, given)


def label(list: str, code: str, text: str, text_en: str | None = None) -> Row:  # noqa: A002
    return built("label", {"list": list, "code": code, "label": text, "label_en": text_en}, {})


def observation(period: str = "2026-H1", **given: Any) -> Row:
    """A figure; its value follows from numerator and denominator unless it is given or hidden."""
    span = parse_period(period)
    defaults: dict[str, Any] = {
        "indicator": "uitval",
        "period": span.code,
        "period_kind": span.kind.value,
        "period_start": span.start,
        "period_end": span.end,
        "suppressed": False,
        "provisional": False,
        "definition_version": 1,
    }
    numerator, denominator = given.get("numerator"), given.get("denominator")
    if numerator is not None and denominator:
        counted = int(denominator)
        defaults |= {"value": numerator / denominator, "records": counted, "clients": counted}
    return built("observation", defaults, given)


def hidden(period: str = "2026-H1", **given: Any) -> Row:
    """A figure about too few clients: a row that says so, without any number."""
    told = dict.fromkeys(("status", "path", "movement"), "suppressed")
    return observation(period, suppressed=True, **told, **given)


def others(period: str = "2026-H1", partners: int = 3, **given: Any) -> Row:
    """What so many partners come to together that do not stand apart."""
    figure = observation(period, **given).values
    known = {name: value for name, value in figure.items() if name in COLUMNS["other_partners"]}
    return built("other_partners", {"partners": partners}, known)


def coverage(partner: str = "P01", period: str = "2026-H1", **given: Any) -> Row:
    defaults = {
        "partner": partner,
        "period": period,
        "expected": True,
        "delivered": True,
        "kind": "trajecten",
        "received_on": date(2026, 7, 14),
        "rows": 120,
        "final": False,
    }
    return built("coverage", defaults, given)


def completeness(
    indicator: str = "uitval",
    period: str = "2026-H1",
    *,
    partners: int = 1,
    delivered_by: int = 1,
    **given: Any,
) -> Row:
    """Of all partners together how much is known, of so many of those that delivered."""
    counts = {"known": 25, "eligible": 40, "share": 0.625, **given}
    told = {"indicator": indicator, "period": period, "partners": partners, "delivered_by": delivered_by}
    return Row("completeness", {**told, **counts})


def published(
    home: Path, rows: Iterable[Row], *, audiences: Sequence[str] = ("steering",), version: str = "000001"
) -> Path:
    """The home of an installation that serves these rows, the same to every audience."""
    given = list(rows)
    if not any(row.table == "publication" for row in given):
        given.append(publication(version=version))
    folder = home / "published" / version
    folder.mkdir(parents=True)
    for audience in audiences:
        write_file(folder / f"{audience}.duckdb", given)
    for pointer in ("partners", "current"):
        passing = home / "published" / f".{pointer}"
        passing.write_text(version, "ascii")
        os.replace(passing, home / "published" / pointer)
    return home


def write_file(path: Path, rows: Iterable[Row]) -> None:
    """One published file with all its tables, and these rows in them; made under the policies in force."""
    given = list(rows)
    if not any(row.table == "policy" for row in given):
        given += map(policy, POLICIES)
    with duckdb.connect(str(path)) as connection:
        for table in PUBLISHED_TABLES:
            connection.execute(ddl(table))
        for row in given:
            names = list(row.values)
            marks = ", ".join("?" for _ in names)
            quoted = ", ".join(f'"{name}"' for name in names)
            values = list(row.values.values())
            connection.execute(f'INSERT INTO "{row.table}" ({quoted}) VALUES ({marks})', values)
