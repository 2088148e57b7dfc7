"""A median that a partner delivered itself stands beside that of all partners, and in no sum with it."""

from datetime import date
from typing import Any

import pytest

from data.publishing import publish
from data.publishing.protection.audit import AuditFailed
from domain import disclosure_cube
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.publishing.intake import (
    Given,
    delivery,
    figure,
    indicator,
    partner,
    record,
    taken_in,
)

STARTED = (date(2024, 2, 10), date(2024, 8, 10), date(2025, 2, 10), date(2025, 8, 10))
YOUNG = {"A": (18, 25, 2, 3), "B": (27, 30, 20, 23), "C": (31, 28, 30, 34), "D": (44, 35, 40, 37)}
OLD = 21
AGES = ("12-15", "16-17")
MONTH = "2025-02"
YEARS = ("2024", "2025")
WITH_HALVES = (*YEARS, "2024-H1", "2024-H2", "2025-H1", "2025-H2")
WITH_ALL = (*WITH_HALVES, "2024-Q1", "2024-Q3", "2025-Q1", "2025-Q3", "2024-02", "2024-08", MONTH, "2025-08")


@pytest.mark.parametrize("told", [(), YEARS, WITH_HALVES, WITH_ALL])
def test_whatever_medians_a_partner_delivers_itself_the_total_does_not_tell_of_a_few_others(
    settings: Settings, told: tuple[str, ...]
) -> None:
    """Neither is the publication stopped: its own figures are in no total, however fine they are."""
    taken_in(settings, waiting(*told))
    publish(settings)
    rows = cells(file_of(settings, "steering"))
    young = {row["partner"]: row["suppressed"] for row in rows if at(row) == ("2025", AGES[0])}
    assert young["A"]
    assert young[None] or any(young[code] for code in "BCD")
    assert not young.get("X", False)


@pytest.mark.usefixtures("unforeseen")
def test_a_version_is_not_served_where_a_total_without_who_stands_beside_it_gives_a_figure_away(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was where a partner told medians so fine that it was taken for a part of the total."""
    monkeypatch.setattr(disclosure_cube, "_over_partners", lambda *_: ())
    taken_in(settings, waiting(*WITH_ALL))
    with pytest.raises(AuditFailed, match="volgen uit wat er in het bestand staat"):
        publish(settings)
    assert not (settings.published / "current").exists()


def test_a_total_is_not_hidden_because_a_median_beside_it_is_of_nearly_as_many(settings: Settings) -> None:
    """Taken for a part of the total it would leave three clients of all others together."""
    many = sum(known(young + OLD) for _, _, young, _ in YOUNG.values())
    taken_in(settings, [*waiting(), median(MONTH, many - 3)])
    publish(settings)
    (month,) = [row for row in cells(file_of(settings, "steering")) if at(row) == (MONTH, None)]
    assert (month["partner"], month["n"]) == (None, many)


def test_how_many_could_have_had_a_value_is_not_told_because_as_many_stand_beside(settings: Settings) -> None:
    """Z, of which no waiting time is known, would read that three are missing of all others."""
    half, day = "2025-H1", date(2025, 2, 10)
    unknown = {"A": (30, 1), "B": (40, 1), "C": (35, 1), "D": (45, 0), "Z": (20, 20)}
    rows = [indicator("wachttijd", unit="dagen", domain="jeugd"), *map(partner, [*unknown, "X"])]
    rows += [
        waited(f"{code}{number}", code, half, day, is_known=number >= missing)
        for code, (size, missing) in unknown.items()
        for number in range(size)
    ]
    taken_in(settings, [*rows, delivery(1, "trajecten"), median(half, 17, eligible=20)])
    publish(settings)
    (all_of,) = [
        row
        for row in cells(file_of(settings, "partner-Z"))
        if row["partner"] is None and at(row) == (half, None)
    ]
    assert all_of["n"] == 147
    assert all_of["eligible"] is None


def at(row: dict[str, Any]) -> tuple[str, str | None]:
    return row["period"], row["split_value"]


def known(count: int) -> int:
    """Of how many of so many records the waiting time is known."""
    return sum(not is_missing(number) for number in range(count))


def is_missing(number: int) -> bool:
    return number % 7 == 3


def waiting(*periods: str) -> list[Given]:
    """Four partners with records, of which one has five young people in 2025; X tells medians of periods."""
    rows = [indicator("wachttijd", unit="dagen", domain="jeugd"), *map(partner, [*YOUNG, "X"])]
    rows += [
        waited(
            f"{code}{at}-{number}",
            code,
            f"{started.year}-H{1 + (started.month > 6)}",
            started,
            is_known=not is_missing(number),
            age_group=AGES[number >= young],
        )
        for code, sizes in YOUNG.items()
        for at, (started, young) in enumerate(zip(STARTED, sizes, strict=True))
        for number in range(young + OLD)
    ]
    for period in periods:
        rows.append(median(period, 120))
        rows += [median(period, 60, split="leeftijdsgroep", split_value=age) for age in AGES]
    return [*rows, delivery(1, "trajecten")]


def waited(name: str, code: str, half: str, started: date, *, is_known: bool, **of: str) -> Given:
    registered = date(2023, 12, 1) if is_known else None
    when = {"started_on": started, "ended_on": None, "end_reason": None, "registered_on": registered}
    return record(name, partner=code, delivery_period=half, **when, **of)


def median(period: str, size: int, **of: Any) -> Given:
    return figure("wachttijd", period, partner="X", value=30, q1=20, q3=40, n=size, clients=size, **of)
