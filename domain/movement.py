"""Says where a series goes: by the latest point of its control chart, or by years where points are too few.

The grain is the finest that gives a chart something to stand on; where none does, the last four quarters are
compared with the four before (methods.md 6).
"""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import TypeVar

from domain.process_control import MIN_POINTS, Chart, PointType
from domain.status import Difference, Direction, Movement

MIN_MEDIAN_SIZE = 20
QUARTERS_A_SIDE = 4
MIN_SIZE_A_SIDE = 20
"""So many records are needed in the last four quarters, and in the four before."""

STRONGLY_VARYING = 2
"""Above this ratio of the largest to the smallest n, a p-chart would serve shares better."""

Grain = TypeVar("Grain")

_BY_POINT = {
    PointType.COMMON: Movement.NO_CHANGE,
    PointType.IMPROVEMENT: Movement.IMPROVING,
    PointType.CONCERN: Movement.WORSENING,
    PointType.NEUTRAL_HIGH: Movement.HIGHER,
    PointType.NEUTRAL_LOW: Movement.LOWER,
}


def chart_movement(chart: Chart) -> Movement:
    """What the latest point says; too few when the last segment is short."""
    if chart.variation is None or not chart.has_enough_points:
        return Movement.TOO_FEW
    return _BY_POINT[chart.variation]


def choose_grain(sizes: Mapping[Grain, Sequence[float]]) -> Grain | None:
    """The first grain (finest first) with enough visible points of enough records; None when none has."""
    for grain, visible in sizes.items():
        if len(visible) >= MIN_POINTS and median(visible) >= MIN_MEDIAN_SIZE:
            return grain
    return None


def sizes_vary_strongly(sizes: Sequence[float]) -> bool:
    """Whether the largest n is more than twice the smallest."""
    return bool(sizes) and max(sizes) > STRONGLY_VARYING * min(sizes)


def can_compare_quarters(sizes: Sequence[float | None]) -> bool:
    """Whether the last eight quarters (oldest first) are all there and hold enough on both sides."""
    latest = sizes[-2 * QUARTERS_A_SIDE :]
    present = [size for size in latest if size is not None]
    if len(present) < 2 * QUARTERS_A_SIDE:
        return False
    sides = (sum(present[:QUARTERS_A_SIDE]), sum(present[QUARTERS_A_SIDE:]))
    return min(sides) >= MIN_SIZE_A_SIDE


def difference_movement(difference: Difference, direction: Direction) -> Movement:
    """The movement that a difference between years means."""
    if difference in {Difference.TOO_LITTLE, Difference.TOO_EARLY}:
        return Movement.TOO_FEW
    if difference is Difference.UNCLEAR:
        return Movement.NO_CHANGE
    is_higher = difference is Difference.HIGHER
    if direction is Direction.NONE:
        return Movement.HIGHER if is_higher else Movement.LOWER
    return Movement.IMPROVING if is_higher == (direction is Direction.HIGHER) else Movement.WORSENING
