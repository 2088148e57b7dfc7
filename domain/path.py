"""The path from a baseline to a target, and whether a figure is on it (methods.md 7 and 11).

Time is counted in whole months; a period is judged at its middle month, and a year means its middle.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from domain.columns import Mask, Numbers, Words, numbers, words
from domain.period import Period, PeriodKind, period_of
from domain.status import Direction, PathStatus

MONTHS_A_YEAR = 12


class ImpossiblePath(ValueError):
    """A target that does not come after its baseline."""


class TargetKind(StrEnum):
    """How a plan writes a target: as a value, or as a change from the baseline."""

    VALUE = "waarde"
    PERCENT = "procent"
    PERCENTAGE_POINT = "procentpunt"


@dataclass(frozen=True)
class Waypoint:
    """A value agreed for a month."""

    month: int
    value: float


@dataclass(frozen=True)
class Path:
    """The waypoints from baseline to target, in order; straight between each two."""

    waypoints: tuple[Waypoint, ...]

    @property
    def target(self) -> float:
        """The final target."""
        return self.waypoints[-1].value

    @property
    def slope(self) -> float:
        """The average change a month."""
        first, last = self.waypoints[0], self.waypoints[-1]
        return (last.value - first.value) / (last.month - first.month)

    def value_at(self, month: int) -> float | None:
        """The path value; none before the baseline, the target itself after the end."""
        if month < self.waypoints[0].month:
            return None
        for start, end in zip(self.waypoints, self.waypoints[1:], strict=False):
            if month <= end.month:
                passed = (month - start.month) / (end.month - start.month)
                return start.value + (end.value - start.value) * passed
        return self.target


def path(baseline: Waypoint, target: Waypoint, milestones: Sequence[Waypoint] = ()) -> Path:
    """The path over the milestones between baseline and target; raises ImpossiblePath."""
    if target.month <= baseline.month:
        raise ImpossiblePath(f"target in month {target.month}, baseline in month {baseline.month}")
    between = {point.month: point for point in milestones if baseline.month < point.month < target.month}
    return Path((baseline, *(between[month] for month in sorted(between)), target))


def month_of(day: date) -> int:
    """The number of a day's month, counted from the year 0."""
    return day.year * MONTHS_A_YEAR + day.month - 1


def middle_month(period: Period) -> int:
    """The month at which a period is judged."""
    return month_of(period.middle)


def month_of_year(year: int) -> int:
    """The month that a year on its own stands for."""
    return middle_month(period_of(date(year, 1, 1), PeriodKind.YEAR))


def absolute_target(baseline: float, amount: float, kind: TargetKind) -> float:
    """The value a target means; `amount` is a share for both relative kinds (0.15 is 15 per cent more)."""
    if kind is TargetKind.PERCENT:
        return baseline * (1 + amount)
    return baseline + amount if kind is TargetKind.PERCENTAGE_POINT else amount


def good_side(direction: Direction, baseline: float, target: float) -> int:
    """1 when higher is better, -1 when lower; without an agreed direction the way the target points."""
    if direction is Direction.NONE:
        return 1 if target >= baseline else -1
    return 1 if direction is Direction.HIGHER else -1


@dataclass(frozen=True)
class PathTargets:
    """Per row the path value of its middle month, the final target, and which side is good (1 or -1)."""

    values: Numbers
    finals: Numbers
    good_sides: Numbers


def path_statuses(
    lower: Numbers, upper: Numbers, targets: PathTargets, *, measured: Mask, suppressed: Mask
) -> Words:
    """Where every interval lies against its path; a row without interval or of zero width is undecided."""
    is_higher = targets.good_sides > 0
    near = np.where(is_higher, lower, -upper)
    far = np.where(is_higher, upper, -lower)
    value, final = targets.values * targets.good_sides, targets.finals * targets.good_sides
    decidable = np.isfinite(near) & np.isfinite(far) & (far > near)
    told = words(lower.size, PathStatus.UNDECIDED)
    told[decidable & (near >= value)] = PathStatus.ON_PATH
    told[decidable & (far < value)] = PathStatus.BEHIND
    told[decidable & (near >= final)] = PathStatus.REACHED
    told[~measured] = PathStatus.NOT_MEASURED
    told[np.isnan(value)] = PathStatus.NO_TARGET
    told[suppressed] = PathStatus.SUPPRESSED
    return told


def path_status(
    lower: float | None, upper: float | None, *, at: float | None, final: float, side: int
) -> PathStatus:
    """The same for one figure with a value; `at` is the path value of its middle month."""
    targets = PathTargets(numbers([at]), numbers([final]), numbers([side]))
    flags = {"measured": np.array([True]), "suppressed": np.array([False])}
    return PathStatus(path_statuses(numbers([lower]), numbers([upper]), targets, **flags)[0])
