"""Whether each action shows: a year before it began against a year after, as far as an audience sees both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.publishing.judging.kept import Rows
from data.publishing.judging.movements import difference_between
from data.publishing.judging.series import Line, Series, period_at, place_of
from data.publishing.statements import statement
from data.store import Connection, rows
from domain.before_after import Windows, windows
from domain.difference import told_difference
from domain.intervals import Interval
from domain.movement import MIN_SIZE_A_SIDE
from domain.period import PeriodKind
from domain.status import Difference

YEAR_OF = {PeriodKind.QUARTER: 4, PeriodKind.HALF_YEAR: 2}
_TYPES = {
    "mask": "VARCHAR",
    "owner": "VARCHAR",
    "action": "VARCHAR",
    "indicator": "VARCHAR",
    "partner": "VARCHAR",
    "period_kind": "VARCHAR",
    "before_from": "DATE",
    "before_to": "DATE",
    "after_from": "DATE",
    "after_to": "DATE",
    "before": "DOUBLE",
    "after": "DOUBLE",
    "before_n": "DOUBLE",
    "after_n": "DOUBLE",
    "difference": "DOUBLE",
    "lower": "DOUBLE",
    "upper": "DOUBLE",
    "state": "VARCHAR",
}
TABLES = {"acted": _TYPES}


@dataclass(frozen=True)
class Acted:
    """An action and a series it should show in, of all partners or of the owner, with the reach by grain."""

    owner: str
    action: str
    indicator: str
    partner: str | None
    began: date
    series: int
    reach: dict[PeriodKind, int]


def read_actions(connection: Connection) -> list[Acted]:
    """Every action with each series it should show in."""
    found: list[tuple[Any, ...]] = rows(connection, statement("judging/action_series"))
    return [
        Acted(owner, code, indicator, partner, began, series, _reach(*ends))
        for owner, code, indicator, partner, began, series, *ends in found
    ]


def effects_of(mask: str, actions: Iterable[Acted], totals: Iterable[Series]) -> Rows:
    """What each action shows in what the mask shows of these totals, as rows of `acted`."""
    by_number = {series.number: series for series in totals}
    return [(mask, *_told(action, by_number.get(action.series))) for action in actions]


def _reach(quarter: int | None, half_year: int | None) -> dict[PeriodKind, int]:
    ends = {PeriodKind.QUARTER: quarter, PeriodKind.HALF_YEAR: half_year}
    return {grain: place for grain, place in ends.items() if place is not None}


def _told(action: Acted, shown: Series | None) -> tuple[object, ...]:
    grain = next(iter(action.reach), PeriodKind.QUARTER)
    spans = windows(action.began, grain, YEAR_OF[grain])
    known_until = period_at(action.reach[grain], grain).end if action.reach else action.began
    line = shown.lines.get(grain) if shown else None
    state, difference = Difference.TOO_LITTLE, Interval(None, None, None)
    sides: tuple[Line | None, Line | None] = (None, None)
    if not spans.is_full(known_until):
        state = Difference.TOO_EARLY
    elif line is not None and shown is not None:
        sides = _sides(line, spans)
        if sides[0] is not None and sides[1] is not None:
            difference = difference_between(sides[0], sides[1], shown.agreed.measure)
            state = told_difference(difference)
    return (
        action.owner, action.action, action.indicator, action.partner, grain.value,
        spans.before[0].start, spans.before[-1].end, spans.after[0].start, spans.after[-1].end,
        *_values(sides, difference), state.value,
    )  # fmt: skip


def _sides(line: Line, spans: Windows) -> tuple[Line | None, Line | None]:
    """Both windows; neither where a figure is missing or hidden, too few were counted or the series broke."""
    index = {place: number for number, place in enumerate(line.places)}
    wanted = [[index.get(place_of(period)) for period in side] for side in (spans.before, spans.after)]
    if any(number is None for side in wanted for number in side):
        return None, None
    # Periods that follow each other stand next to each other, so the ends of a window are enough.
    before, after = (line.part(slice(side[0], (side[-1] or 0) + 1)) for side in wanted)
    is_whole = len({*before["stretch"].tolist(), *after["stretch"].tolist()}) == 1
    is_enough = min(before.sizes.sum(), after.sizes.sum()) >= MIN_SIZE_A_SIDE
    return (before, after) if is_whole and is_enough else (None, None)


def _values(sides: tuple[Line | None, Line | None], difference: Interval) -> tuple[object, ...]:
    before, after = sides
    if before is None or after is None or difference.value is None:
        return (None,) * 7
    return (
        _together(before), _together(after), float(before.sizes.sum()), float(after.sizes.sum()),
        difference.value, difference.lower, difference.upper,
    )  # fmt: skip


def _together(line: Line) -> float:
    """The figure of a window: counts are summed before they are divided."""
    if line["numerator"].size and line["denominator"].sum() > 0:
        return float(line["numerator"].sum() / line["denominator"].sum())
    return float((line["n"] * line["value"]).sum() / line["n"].sum())
