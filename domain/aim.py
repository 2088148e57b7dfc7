"""What a figure is aimed at in each period: the path to a target, which no break of the series lies across.

A figure from before a break cannot be held against a value agreed for after it, so the waypoints on either
side of a break make paths of their own. Where a stretch has no path, only reaching the target can be told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import nan

import numpy as np

from domain.columns import Mask, Numbers, Words
from domain.path import Path, PathTargets, Waypoint, middle_month, month_of, path, path_statuses
from domain.period import Period
from domain.status import PathStatus


@dataclass(frozen=True)
class Aim:
    """A target with its waypoints (baseline first, target last) and the days on which the series breaks."""

    waypoints: tuple[Waypoint, ...]
    side: int
    begins: int | None = None  # the month of the baseline; None when there is none
    breaks: tuple[date, ...] = ()

    @property
    def target(self) -> Waypoint:
        """Where the path ends."""
        return self.waypoints[-1]

    def has_begun(self, period: Period) -> bool:
        """Whether the baseline lies before the middle of the period, or at it; always without a baseline."""
        return self.begins is None or middle_month(period) >= self.begins

    def value_in(self, period: Period) -> float:
        """The path value of the period; NaN where its stretch has no path there."""
        if not self.has_begun(period) or self._is_broken(period):
            return nan
        stretch = self._stretch(month_of(period.start))
        line = self._line(stretch)
        month = middle_month(period)
        if line is None or (month > line.waypoints[-1].month and line.waypoints[-1] != self.target):
            return nan
        value = line.value_at(month)
        return nan if value is None else value

    def final_in(self, period: Period) -> float:
        """The target, where the period can be compared with it; else NaN."""
        if not self.has_begun(period) or self._is_broken(period):
            return nan
        is_same = self._stretch(month_of(period.start)) == self._stretch(self.target.month)
        return self.target.value if is_same else nan

    def _is_broken(self, period: Period) -> bool:
        return any(period.start < day <= period.end for day in self.breaks)

    def _stretch(self, month: int) -> int:
        return sum(month_of(day) <= month for day in self.breaks)

    def _line(self, stretch: int) -> Path | None:
        own = [point for point in self.waypoints if self._stretch(point.month) == stretch]
        return path(own[0], own[-1], own[1:-1]) if len(own) > 1 else None


def aim(
    baseline: Waypoint | None,
    target: Waypoint,
    milestones: Sequence[Waypoint] = (),
    *,
    side: int,
    breaks: Sequence[date] = (),
) -> Aim:
    """The aim of a goal; milestones outside the span of baseline and target are left out."""
    first = -1 if baseline is None else baseline.month
    between = {point.month: point for point in milestones if first < point.month < target.month}
    start = () if baseline is None or baseline.month >= target.month else (baseline,)
    waypoints = (*start, *(between[month] for month in sorted(between)), target)
    return Aim(waypoints, side, start[0].month if start else None, tuple(sorted(breaks)))


@dataclass(frozen=True)
class Aimed:
    """Per row the path value, the target and whether the path has begun; NaN where there is none."""

    values: Numbers
    finals: Numbers
    has_begun: Mask


def aimed_statuses(lower: Numbers, upper: Numbers, aimed: Aimed, *, side: int) -> Words:
    """Where every interval lies against what it is aimed at; without a path value `reached` or undecided."""
    has_path = np.isfinite(aimed.values)
    # Against its target alone a figure can be told to have reached it, and nothing else.
    held_against = np.where(has_path, aimed.values, np.where(np.isfinite(aimed.finals), aimed.finals, 0.0))
    targets = PathTargets(held_against, aimed.finals, np.full(lower.size, float(side)))
    nothing = np.zeros(lower.size, dtype=bool)
    told = path_statuses(lower, upper, targets, measured=~nothing, suppressed=nothing)
    told[~has_path & (told != PathStatus.REACHED)] = PathStatus.UNDECIDED
    told[~aimed.has_begun] = PathStatus.NO_TARGET
    return told
