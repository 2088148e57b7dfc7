"""The agreed path of a goal, and what it asks for in a period, as the publication judges it."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import isnan
from typing import Protocol

from components.figures.rows import Mark, PathPoint
from domain.aim import Aim
from domain.path import Waypoint, month_of
from domain.period import Period


class Agreed(Protocol):
    """A goal with where it began and where it should end."""

    @property
    def code(self) -> str: ...
    @property
    def baseline(self) -> float | None: ...
    @property
    def baseline_year(self) -> int | None: ...
    @property
    def target(self) -> float | None: ...
    @property
    def target_year(self) -> int | None: ...


class Between(Protocol):
    """A value that was agreed on the way."""

    @property
    def goal(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def value(self) -> float: ...


def agreed_path(goal: Agreed | None, known: Iterable[Between] = ()) -> list[PathPoint]:
    """The agreed line of a goal; a value for a year stands in the middle of that year (methods.md 7)."""
    if goal is None or goal.baseline is None or goal.baseline_year is None:
        return _end(goal)
    between = [
        PathPoint(_middle(one.year), one.value, "milestone")
        for one in known
        if one.goal == goal.code and goal.baseline_year < one.year < (goal.target_year or one.year + 1)
    ]
    return [PathPoint(_middle(goal.baseline_year), goal.baseline, "baseline"), *between, *_end(goal)]


def path_value(path: Sequence[PathPoint], marks: Sequence[Mark], period: Period) -> float | None:
    """The value of the path in the middle of the period; None before it begins and across a break."""
    ordered = sorted(path, key=lambda point: point.on)
    if len(ordered) < 2:
        return None
    waypoints = tuple(Waypoint(month_of(point.on), point.value) for point in ordered)
    breaks = tuple(sorted(mark.on for mark in marks if mark.kind == "break"))
    asked = Aim(waypoints, side=1, breaks=breaks).value_in(period)
    return None if isnan(asked) else asked


def _end(goal: Agreed | None) -> list[PathPoint]:
    if goal is None or goal.target is None or goal.target_year is None:
        return []
    return [PathPoint(_middle(goal.target_year), goal.target, "target")]


def _middle(year: int) -> date:
    return date(year, 7, 1)
