"""XmR charts: the limits of a series and which of its points say that something changed (methods.md 6).

A series is cut into segments at recorded breaks; limits, moving ranges and rules never cross one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from domain.columns import Mask, Numbers, numbers
from domain.control_rules import RUN_LENGTH, Rule, astronomical, is_same, shift, sides, trend, two_of_three
from domain.status import Direction

RANGE_FACTOR = 2.66
WARNING_SHARE = 2 / 3
"""The two-sigma line lies at this part of the way from the mean to a limit."""

MIN_POINTS = 13
"""With fewer points in the last segment there are no limits, signs or verdicts."""

MAX_MISSING = 3
"""Over more missing periods than this neither a moving range nor a rule is bridged."""


class PointType(StrEnum):
    """What one point says."""

    COMMON = "common_cause"
    IMPROVEMENT = "special_cause_improvement"
    CONCERN = "special_cause_concern"
    NEUTRAL_HIGH = "special_cause_neutral_high"
    NEUTRAL_LOW = "special_cause_neutral_low"


class Assurance(StrEnum):
    """Whether the process as it runs now will keep its target."""

    PASS = "consistent_pass"  # noqa: S105 - a verdict, not a password
    FAIL = "consistent_fail"
    HIT_OR_MISS = "inconsistent"


@dataclass(frozen=True)
class Segment:
    """One stretch between breaks, `end` included, with its mean and limits (None for a single point)."""

    start: int
    end: int
    mean: float
    mean_range: float | None
    lower: float | None
    upper: float | None

    @property
    def size(self) -> int:
        """The points it has."""
        return self.end - self.start + 1


@dataclass(frozen=True)
class Signals:
    """Per rule and side the points that take part; 'high' is above the mean or upward."""

    high: dict[Rule, Mask]
    low: dict[Rule, Mask]


@dataclass(frozen=True)
class Chart:
    """A series as drawn: its segments, signals and the type of every point."""

    segments: tuple[Segment, ...]
    signals: Signals
    types: tuple[PointType, ...]

    @property
    def variation(self) -> PointType | None:
        """The type of the latest point; None without points."""
        return self.types[-1] if self.types else None

    @property
    def has_enough_points(self) -> bool:
        """Whether the last segment is long enough to draw limits and conclude."""
        return bool(self.segments) and self.segments[-1].size >= MIN_POINTS


def chart(
    values: Sequence[float],
    direction: Direction,
    *,
    breaks: Sequence[int] = (),
    baseline: int | None = None,
    positions: Sequence[int] | None = None,
    shift_length: int = RUN_LENGTH,
    trend_length: int = RUN_LENGTH,
) -> Chart:
    """The whole judgement of a series without missing points.

    `breaks` are the indices at which a segment begins; `baseline` freezes the limits at the first so many
    points of each segment; `positions` tells which period a point is, so that nothing bridges a long gap.
    """
    points = numbers(values)
    gaps = long_gaps(range(points.size) if positions is None else positions)
    segments = cut(points, breaks, baseline, gaps)
    signals = _signals(points, segments, gaps, (shift_length, trend_length))
    high = _any_of(signals.high, points.size).tolist()
    low = _any_of(signals.low, points.size).tolist()
    # Points are many and what they can say is little.
    says = {(up, down): _point_type(up, down, direction) for up in (False, True) for down in (False, True)}
    return Chart(segments, signals, tuple(says[sides] for sides in zip(high, low, strict=True)))


def long_gaps(positions: Sequence[int]) -> tuple[int, ...]:
    """The indices of the points before which more than three periods are missing."""
    return tuple((np.flatnonzero(np.diff(positions) > MAX_MISSING + 1) + 1).tolist())


def cut(
    points: Numbers, breaks: Sequence[int], baseline: int | None = None, gaps: Sequence[int] = ()
) -> tuple[Segment, ...]:
    """The segments of a series, each with its own limits."""
    if points.size == 0:
        return ()
    starts = sorted({0, *(index for index in breaks if 0 < index < points.size)})
    ends = [start - 1 for start in starts[1:]] + [points.size - 1]
    return tuple(
        _segment(points, start, end, baseline, gaps) for start, end in zip(starts, ends, strict=True)
    )


def assurance(segment: Segment | None, target: float | None, direction: Direction) -> Assurance | None:
    """What the limits of the last segment say about the target; a target on a limit is hit-or-miss."""
    if segment is None or target is None or direction is Direction.NONE:
        return None
    if segment.lower is None or segment.upper is None:
        return None
    if is_same(segment.lower, segment.upper):
        return Assurance.PASS if _keeps(segment.mean, target, direction) else Assurance.FAIL
    if segment.lower <= target <= segment.upper:
        return Assurance.HIT_OR_MISS
    is_above = segment.lower > target
    return Assurance.PASS if is_above == (direction is Direction.HIGHER) else Assurance.FAIL


def _segment(points: Numbers, start: int, end: int, baseline: int | None, gaps: Sequence[int]) -> Segment:
    basis = points[start : end + 1][:baseline]
    steps = np.abs(np.diff(basis))
    bridged = [index - start - 1 for index in gaps if start < index < start + basis.size]
    ranges = np.delete(steps, bridged) if bridged else steps
    mean = float(basis[0]) if is_same(float(basis.min()), float(basis.max())) else float(basis.mean())
    if ranges.size == 0:
        return Segment(start, end, mean, None, None, None)
    mean_range = float(ranges.mean())
    reach = RANGE_FACTOR * mean_range
    return Segment(start, end, mean, mean_range, mean - reach, mean + reach)


def _signals(
    points: Numbers, segments: Sequence[Segment], gaps: Sequence[int], lengths: tuple[int, int]
) -> Signals:
    high = {rule: np.zeros(points.size, dtype=bool) for rule in Rule}
    low = {rule: np.zeros(points.size, dtype=bool) for rule in Rule}
    for segment in segments:
        starts = [segment.start, *(gap for gap in gaps if segment.start < gap <= segment.end)]
        for start, stop in zip(starts, [*starts[1:], segment.end + 1], strict=True):
            span = slice(start, stop)
            for rule, (up, down) in _of_stretch(points[span], segment, lengths).items():
                high[rule][span], low[rule][span] = up, down
    return Signals(high, low)


def _of_stretch(points: Numbers, segment: Segment, lengths: tuple[int, int]) -> dict[Rule, tuple[Mask, Mask]]:
    side = sides(points, np.full(points.size, segment.mean))
    shift_length, trend_length = lengths
    found = {Rule.SHIFT: shift(side, shift_length), Rule.TREND: trend(points, trend_length)}
    if segment.lower is None or segment.upper is None:
        return found
    lower, upper = np.full(points.size, segment.lower), np.full(points.size, segment.upper)
    outside_high, outside_low = astronomical(points, lower, upper)
    found[Rule.ASTRONOMICAL] = (outside_high & (side == 1), outside_low & (side == -1))
    line = WARNING_SHARE * (segment.upper - segment.mean)
    above = two_of_three((points > segment.mean + line) & (side == 1), side)
    below = two_of_three((points < segment.mean - line) & (side == -1), side)
    found[Rule.TWO_OF_THREE] = (above, below)
    return found


def _point_type(is_high: bool, is_low: bool, direction: Direction) -> PointType:
    if direction is Direction.NONE:
        return PointType.NEUTRAL_HIGH if is_high else PointType.NEUTRAL_LOW if is_low else PointType.COMMON
    good, bad = (is_low, is_high) if direction is Direction.LOWER else (is_high, is_low)
    # A point with both signals counts as improvement, as in the Making Data Count tool.
    return PointType.IMPROVEMENT if good else PointType.CONCERN if bad else PointType.COMMON


def _keeps(mean: float, target: float, direction: Direction) -> bool:
    if is_same(mean, target):
        return True
    return mean > target if direction is Direction.HIGHER else mean < target


def _any_of(masks: dict[Rule, Mask], size: int) -> Mask:
    return np.any(list(masks.values()), axis=0) if size else np.zeros(0, dtype=bool)
