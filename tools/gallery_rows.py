"""Made-up rows for the gallery: what is hard to find in real data, together."""

import math
from collections.abc import Sequence
from datetime import date

from components.descriptions.verdicts import Moved
from components.figures.rows import (
    CriterionStep,
    Mark,
    PathPoint,
    Reading,
    ReasonCount,
    SplitValue,
    TrendOptions,
    TrendPoint,
)
from components.goal_card import Contact, Goal
from domain.period import Period, parse_period
from domain.status import Movement

LONG = "Jongeren die na hun verblijf bij familie, vrienden of zelfstandig verder wonen"
DROPOUT = Reading("Uitval", "procent", "nl", 0, "trajecten")
MARK = Reading("Cliëntervaring", "cijfer", "nl", 1, "jongeren")
WAIT = Reading("Wachttijd", "dagen", "nl", 0, "trajecten")
_CONTACT = Contact("Programmaleider jeugd", "jeugd@gemeente.example")
_MARGIN = 0.07


def series(
    first: str,
    count: int,
    ends: tuple[float, float],
    *,
    n: int = 120,
    hidden: Sequence[int] = (),
    missing: Sequence[int] = (),
    interval: bool = False,
) -> list[TrendPoint]:
    """A wavering series, the last two provisional; `hidden` and `missing` are places in it."""
    start, end = ends
    wave = start * (0.06 if start < 1 else 0.015)
    made = []
    for place in range(count):
        value = start + (end - start) * place / max(count - 1, 1) + math.sin(place * 2.1) * wave
        if place not in missing:
            period = parse_period(first).shifted(place)
            shown = None if place in hidden else value
            made.append(_point(period, shown, n + place % 7, place >= count - 2, interval))
    return made


def _point(period: Period, value: float | None, n: int, provisional: bool, interval: bool) -> TrendPoint:
    known, margin = value is not None, _MARGIN if interval and value is not None else None
    return TrendPoint(
        period=period.code,
        kind=period.kind,
        start=period.start,
        end=period.end,
        middle=period.middle,
        value=value,
        denominator=n if known else None,
        numerator=round(value * n) if value is not None and value < 1 else None,
        clients=n - 4 if known else None,
        suppressed=not known,
        provisional=provisional,
        lower=value - margin if value is not None and margin else None,
        upper=value + margin if value is not None and margin else None,
    )


def criterion(
    comparator: str, *steps: tuple[int, float], value_to: float | None = None
) -> list[CriterionStep]:
    """Steps that each start in a year and last until the next."""
    ends = [date(year - 1, 12, 31) for year, _ in steps[1:]] + [None]
    return [
        CriterionStep(comparator, value, value_to, date(year, 1, 1), end)
        for (year, value), end in zip(steps, ends, strict=True)
    ]


def path(*steps: tuple[int, float]) -> list[PathPoint]:
    """A path through the middle of years."""
    return [PathPoint(date(year, 7, 1), value) for year, value in steps]


def share(name: str) -> Reading:
    """An indicator in percent of young people."""
    return Reading(name, "procent", "nl", 0, "jongeren")


MARKS = (
    Mark(date(2023, 1, 1), "Overstap telt niet meer als uitval", "break"),
    Mark(date(2025, 4, 1), "Warme overdracht bij elke start", "action"),
)
DROPOUT_OPTIONS = TrendOptions(
    DROPOUT,
    criterion("≤", (2021, 0.20), (2025, 0.15)),
    path((2022, 0.24), (2024, 0.20), (2025, 0.17), (2026, 0.12)),
    MARKS,
    until=date(2026, 12, 31),
)
REASONS = [
    ReasonCount("Volgens plan", 63, 0.65),
    ReasonCount("Eerder, in overeenstemming", 12, 0.12),
    ReasonCount("Eenzijdig door de cliënt", 11, 0.11, is_dropout=True),
    ReasonCount("Eenzijdig door de aanbieder", 4, 0.04, is_dropout=True),
    ReasonCount(LONG, None, None, suppressed=True),
    ReasonCount("Reden onbekend", 5, 0.05),
]
GROUPS = [
    SplitValue("Ambulant op locatie van de aanbieder", 0.12, 210, 25, False),
    SplitValue("Pleegzorg", 0.08, 40, 3, False, provisional=True),
    SplitValue("Gezinsgericht", None, None, None, True),
    SplitValue(LONG, 0.31, 1210, 375, False, lower=0.28, upper=0.34),
    SplitValue("Gesloten plaatsing", None, None, None, False),
]


def goals() -> list[Goal]:
    """Five goals: rising, with a gap, a mark, with a break but no contact, hidden with a long name."""
    return [
        _goal(1, "Netwerk versterken", share("Steunfiguur"), (0.55, 0.77), (0.65, 0.52, 0.72)),
        _goal(
            2, "Meer zeggenschap", share("Regie ervaren"), (0.58, 0.62), (0.75, 0.55, 0.85), missing=(4, 5)
        ),
        _goal(3, "Professionals versterken", MARK, (6.9, 7.4), (7.0, 6.8, 7.3)),
        Goal(
            position=4,
            name="Eén intake, één contact",
            href="#",
            reading=DROPOUT,
            moved=Moved(Movement.IMPROVING),
            sentence="{waarde} van de trajecten stopt te vroeg",
            period="2026-Q3",
            points=series("2022-Q1", 19, (0.27, 0.18)),
            criterion=DROPOUT_OPTIONS.criterion,
            path=DROPOUT_OPTIONS.path,
            marks=MARKS,
        ),
        _goal(5, "Anders wonen", share(LONG), (0.38, 0.40), (0.5, 0.35, 0.6), hidden=(12, 13, 14)),
    ]


def _goal(
    position: int,
    name: str,
    reading: Reading,
    ends: tuple[float, float],
    agreed: tuple[float, float, float],
    *,
    hidden: Sequence[int] = (),
    missing: Sequence[int] = (),
) -> Goal:
    norm, baseline, target = agreed
    return Goal(
        position=position,
        name=name,
        href="#",
        reading=reading,
        moved=Moved(Movement.NO_CHANGE),
        sentence=f"{{waarde}} is het cijfer over {reading.name.lower()}",
        period="2026-Q3",
        points=series("2023-Q1", 15, ends, hidden=hidden, missing=missing),
        criterion=criterion("≥", (2022, norm)),
        path=path((2022, baseline), (2026, target)),
        contact=_CONTACT,
    )
