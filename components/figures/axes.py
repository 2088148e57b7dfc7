"""Ranges and ticks: a calm value axis and a time axis of whole years."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components import format as written
from components.figures.rows import Reading
from components.theme import x_axis, y_axis

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_NOTHING = 1e-9
_ZERO_FROM = 0.5  # an axis starts at zero when the lowest value is below this part of the highest


@dataclass(frozen=True, slots=True)
class ValueRange:
    """The lowest and highest value drawn, and the distance between two ticks."""

    low: float
    high: float
    step: float
    last: float = math.inf  # no tick beyond this one: there is no share above 100 %

    @property
    def ticks(self) -> list[float]:
        first = math.ceil(round(self.low / self.step, 6))
        last = math.floor(round(min(self.high, self.last) / self.step, 6))
        return [round(place * self.step, 9) for place in range(first, last + 1)]


@dataclass(frozen=True, slots=True)
class YearRange:
    """Whole years, both drawn in full."""

    first: int
    last: int

    @property
    def start(self) -> date:
        return date(self.first, 1, 1)

    @property
    def end(self) -> date:
        return date(self.last + 1, 1, 1)

    @property
    def years(self) -> list[int]:
        return list(range(self.first, self.last + 1))


def value_range(
    values: Iterable[float | None], *, unit: str, ticks: int = 4, room: float = 0.12, tight: bool = False
) -> ValueRange:
    """A range around the values with `room` above; from zero where that is near, unless it must be tight."""
    # What is nearer to zero than any figure can be is zero: half of it may be no number at all.
    finite = [value for value in values if value is not None and math.isfinite(value)]
    known = [0.0 if abs(value) < _NOTHING else value for value in finite]
    if not known:
        return ValueRange(0.0, 1.0, 0.5) if unit == "procent" else ValueRange(0.0, 10.0, 5.0)
    low, high = min(known), max(known)
    is_share = unit == "procent" and high <= 1
    spread = (high - low) or abs(high) * 0.5 or 0.1
    from_zero = low <= _ZERO_FROM * high and not tight
    bottom = min(low, 0.0) if from_zero else low - spread * 0.15
    span = max(high - bottom, spread / 2)
    step = _nice(span / ticks)
    bottom = bottom if tight else math.floor(round(bottom / step, 6)) * step
    top = max(high, bottom + span) + span * room
    return ValueRange(round(bottom, 9), round(top, 9), step, 1.0 if is_share else math.inf)


def year_range(days: Iterable[date], *, until: date | None = None) -> YearRange:
    """The years in which the days fall, and no less than through `until`."""
    years = [day.year for day in days]
    if until is not None:
        years.append(until.year)
    if not years:
        return YearRange(2000, 2000)
    return YearRange(min(years), max(years))


def value_axis(values: ValueRange, reading: Reading, **parts: Any) -> dict[str, Any]:
    """The vertical axis with the values written as a reader expects."""
    decimals = _axis_decimals(values.step, reading)
    texts = [written.axis_value(tick, reading.unit, reading.language, decimals) for tick in values.ticks]
    return y_axis(
        range=[values.low, values.high], tickvals=values.ticks, ticktext=texts, ticklabelstandoff=4, **parts
    )


def time_axis(years: YearRange, **parts: Any) -> dict[str, Any]:
    """The horizontal axis with each year in the middle of its months; many years are thinned out."""
    shown = _thinned(years.years, _most_labels(years))
    return x_axis(
        type="date",
        range=[years.start.isoformat(), years.end.isoformat()],
        tickvals=[date(year, 7, 1).isoformat() for year in shown],
        ticktext=[str(year) for year in shown],
        **parts,
    )


def short_years(axis: dict[str, Any], most: int = 8) -> dict[str, Any]:
    """The same axis for a narrow plot: years as ’23, and no more than fit."""
    places = _thinned(list(range(len(axis["tickvals"]))), most)
    return {
        "tickvals": [axis["tickvals"][place] for place in places],
        "ticktext": [f"’{axis['ticktext'][place][-2:]}" for place in places],
    }


def axis_width(axis: dict[str, Any]) -> int:
    """Pixels the labels of a value axis need."""
    longest = max((len(text) for text in axis["ticktext"]), default=1)
    return max(40, 14 + round(longest * 7.3))


def _most_labels(years: YearRange) -> int:
    return 16 if len(years.years) <= 16 else 12


def _thinned(items: Sequence[int], most: int) -> list[int]:
    every = next((gap for gap in (1, 2, 5, 10, 20, 50) if len(items) <= most * gap), 100)
    return list(items[::every])


def _nice(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    return next(step * power for step in _STEPS if raw <= step * power * 1.0001)


def _axis_decimals(step: float, reading: Reading) -> int:
    scaled = step * 100 if reading.unit == "procent" else step
    return next((places for places in range(4) if abs(scaled - round(scaled, places)) < 1e-9), 4)
