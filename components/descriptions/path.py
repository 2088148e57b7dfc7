"""What the agreed path asks for in a period, as the publication judges it."""

from collections.abc import Sequence
from math import isnan

from components.figures.rows import Mark, PathPoint
from domain.aim import Aim
from domain.path import Waypoint, month_of
from domain.period import Period


def path_value(path: Sequence[PathPoint], marks: Sequence[Mark], period: Period) -> float | None:
    """The value of the path in the middle of the period; None before it begins and across a break."""
    ordered = sorted(path, key=lambda point: point.on)
    if len(ordered) < 2:
        return None
    waypoints = tuple(Waypoint(month_of(point.on), point.value) for point in ordered)
    breaks = tuple(sorted(mark.on for mark in marks if mark.kind == "break"))
    asked = Aim(waypoints, side=1, breaks=breaks).value_in(period)
    return None if isnan(asked) else asked
