"""Says where every series goes that an audience sees, from what that audience sees of it.

The movement stands with the latest shown figure of each grain; what it was read from is kept apart, with the
limits of the control chart, so that a page can explain it.
"""

from dataclasses import dataclass

import numpy as np

from data.publishing.judging.kept import Rows
from data.publishing.judging.series import GRAINS, Line, Series
from domain.columns import numbers
from domain.difference import Means, Shares, mean_differences, share_differences, told_difference
from domain.intervals import Interval, widening
from domain.movement import (
    QUARTERS_A_SIDE,
    can_compare_quarters,
    chart_movement,
    choose_grain,
    difference_movement,
    sizes_vary_strongly,
)
from domain.period import PeriodKind
from domain.process_control import MIN_POINTS, Chart, chart
from domain.spread import pooled
from domain.status import Movement

_MOVED = {"mask": "VARCHAR", "row_id": "INTEGER", "movement": "VARCHAR"}
_REASON = {
    "mask": "VARCHAR",
    "row_id": "INTEGER",
    "movement": "VARCHAR",
    "basis": "VARCHAR",
    "points": "INTEGER",
    "rules": "VARCHAR",
    "difference": "DOUBLE",
    "lower": "DOUBLE",
    "upper": "DOUBLE",
    "sizes_vary": "BOOLEAN",
}
_LIMIT = {
    "mask": "VARCHAR",
    "first_row": "INTEGER",
    "last_row": "INTEGER",
    "mean": "DOUBLE",
    "lower": "DOUBLE",
    "upper": "DOUBLE",
}
TABLES = {"moved": _MOVED, "moved_because": _REASON, "limited": _LIMIT}


@dataclass(frozen=True)
class Moved:
    """Where a series goes, and on what that is based; nothing but the word when there are too few points."""

    movement: Movement
    line: Line | None = None
    chart: Chart | None = None
    difference: Interval | None = None


def told_of(series: Series, told: Moved) -> dict[str, Rows]:
    """What is told of a series, as rows of `moved`, `moved_because` and `limited`."""
    return {
        "moved": [(series.mask, line.row_id(-1), told.movement.value) for line in series.lines.values()],
        "moved_because": [] if told.line is None else [(series.mask, *_reason(told, told.line))],
        "limited": [(series.mask, *limit) for limit in _limits(told)] if series.is_total else [],
    }


def moved(series: Series) -> Moved:
    """The movement by control chart in the finest grain that carries one, else by comparing quarters."""
    current = {grain: series.lines[grain].current for grain in GRAINS if grain in series.lines}
    long = {grain: line for grain, line in current.items() if line.size >= MIN_POINTS}
    grain = choose_grain({grain: line.sizes.tolist() for grain, line in long.items()})
    if grain is not None:
        line = series.lines[grain]
        drawn = chart(
            line["value"].tolist(), series.agreed.direction, breaks=line.starts, positions=line.places
        )
        return Moved(chart_movement(drawn), line, chart=drawn)
    quarters = current.get(PeriodKind.QUARTER)
    return Moved(Movement.TOO_FEW) if quarters is None else _by_quarters(quarters, series)


def _by_quarters(line: Line, series: Series) -> Moved:
    last = line.places[-1]
    if line.places[-2 * QUARTERS_A_SIDE :] != list(range(last - 2 * QUARTERS_A_SIDE + 1, last + 1)):
        return Moved(Movement.TOO_FEW)
    latest = line.part(slice(-2 * QUARTERS_A_SIDE, None))
    if not can_compare_quarters(latest.sizes.tolist()):
        return Moved(Movement.TOO_FEW)
    earlier, later = latest.part(slice(None, QUARTERS_A_SIDE)), latest.part(slice(QUARTERS_A_SIDE, None))
    difference = difference_between(earlier, later, series.agreed.measure)
    movement = difference_movement(told_difference(difference), series.agreed.direction)
    return Moved(movement, latest if movement is not Movement.TOO_FEW else None, difference=difference)


def difference_between(earlier: Line, later: Line, measure: str) -> Interval:
    """Later minus earlier, each taken together; without limits where the measure has none."""
    if measure == "proportion":
        return share_differences(_shares(later), _shares(earlier)).at(0)
    if measure == "mean":
        return mean_differences(_means(later), _means(earlier)).at(0)
    return Interval(None, None, None)


def _shares(line: Line) -> Shares:
    widen = widening(line.units.sum(keepdims=True), line["clients"].sum(keepdims=True))
    return Shares(line["numerator"].sum(keepdims=True), line["denominator"].sum(keepdims=True), widen)


def _means(line: Line) -> Means:
    n, mean, sd = pooled(line["n"], line["value"], line["sd"])
    # Records of the same clients say less than their number: they count as that many fewer.
    fewer = widening(line.units.sum(keepdims=True), line["clients"].sum(keepdims=True)) ** 2
    return Means(numbers([n]) / fewer, numbers([mean]), numbers([sd]))


def _reason(told: Moved, line: Line) -> tuple[object, ...]:
    difference = told.difference or Interval(None, None, None)
    basis = "chart" if told.chart else "quarters"
    sizes = line.sizes[np.isfinite(line.sizes)].tolist()
    return (
        line.row_id(-1), told.movement.value, basis, len(line.places), _rules(told.chart), difference.value,
        difference.lower, difference.upper, sizes_vary_strongly(sizes),
    )  # fmt: skip


def _rules(drawn: Chart | None) -> str | None:
    if drawn is None:
        return None
    sides = (("high", drawn.signals.high), ("low", drawn.signals.low))
    found = [f"{rule.value}_{side}" for side, masks in sides for rule, mask in masks.items() if mask[-1]]
    return ",".join(found) or None


def _limits(told: Moved) -> list[tuple[object, ...]]:
    if told.chart is None or told.line is None:
        return []
    return [
        (told.line.row_id(part.start), told.line.row_id(part.end), part.mean, part.lower, part.upper)
        for part in told.chart.segments
        if part.size >= MIN_POINTS and part.lower is not None
    ]
