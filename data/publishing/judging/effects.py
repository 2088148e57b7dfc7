"""Whether each action shows: a year before it began against a year after, as far as an audience sees both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.publishing.judging.kept import keep
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


@dataclass(frozen=True)
class Effect:
    """What an action is held against: a series, its reach by grain, and what a mask shows of it."""

    mask: str
    owner: str
    action: str
    indicator: str
    partner: str | None
    began: date
    reach: dict[PeriodKind, int]
    shown: Series | None


def judge_effects(connection: Connection, totals: Iterable[Series]) -> None:
    """Make the table `acted`: per action all together, and its owner as others and the owner see it."""
    by_number = {(series.mask, series.number): series for series in totals}
    found: list[tuple[Any, ...]] = rows(connection, statement("judging/action_series"))
    effects = [
        Effect(mask, owner, action, indicator, partner, began, _reach(*ends), by_number.get((mask, series)))
        for owner, action, indicator, partner, began, series, *ends in found
        for mask in (("closed",) if partner is None else ("closed", "own"))
    ]
    keep(connection, "acted", _TYPES, [_told(effect) for effect in effects])


def _reach(quarter: int | None, half_year: int | None) -> dict[PeriodKind, int]:
    ends = {PeriodKind.QUARTER: quarter, PeriodKind.HALF_YEAR: half_year}
    return {grain: place for grain, place in ends.items() if place is not None}


def _told(effect: Effect) -> tuple[object, ...]:
    grain = next(iter(effect.reach), PeriodKind.QUARTER)
    spans = windows(effect.began, grain, YEAR_OF[grain])
    known_until = period_at(effect.reach[grain], grain).end if effect.reach else effect.began
    line = effect.shown.lines.get(grain) if effect.shown else None
    state, difference = Difference.TOO_LITTLE, Interval(None, None, None)
    sides: tuple[Line | None, Line | None] = (None, None)
    if not spans.is_full(known_until):
        state = Difference.TOO_EARLY
    elif line is not None and effect.shown is not None:
        sides = _sides(line, spans)
        if sides[0] is not None and sides[1] is not None:
            difference = difference_between(sides[0], sides[1], effect.shown.agreed.measure)
            state = told_difference(difference)
    return (
        effect.mask, effect.owner, effect.action, effect.indicator, effect.partner, grain.value,
        spans.before[0].start, spans.before[-1].end, spans.after[0].start, spans.after[-1].end,
        *_values(sides, difference), state.value,
    )  # fmt: skip


def _sides(line: Line, spans: Windows) -> tuple[Line | None, Line | None]:
    """Both windows; neither where a figure is missing or hidden, too few were counted or the series broke."""
    index = {place: number for number, place in enumerate(line.places)}
    wanted = [[index.get(place_of(period)) for period in side] for side in (spans.before, spans.after)]
    if any(number is None for side in wanted for number in side):
        return None, None
    before, after = (line.part([number for number in side if number is not None]) for side in wanted)
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
