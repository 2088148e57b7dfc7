"""The Making Data Count rules one by one: which points of a stretch take part in a signal (methods.md 6)."""

from enum import StrEnum

import numpy as np

from domain.columns import Mask, Numbers

RUN_LENGTH = 7

WINDOW = 3
"""Of so many points in a row, all on one side of the mean, all but one lie beyond the warning line."""

ROUNDING = 1e-9
"""Relative; a mean this near to a point is on it."""


class Rule(StrEnum):
    """The rules that point at special causes; the side or slope is told apart."""

    ASTRONOMICAL = "astronomical"
    SHIFT = "shift"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"


def astronomical(points: Numbers, lower: Numbers, upper: Numbers) -> tuple[Mask, Mask]:
    """The points strictly above the upper and strictly below the lower limit."""
    return points > upper, points < lower


def sides(points: Numbers, centre: Numbers) -> Numbers:
    """1 above the centre, -1 below, 0 on it; rounding of the mean is not a side."""
    near = np.abs(points - centre) <= ROUNDING * np.maximum(np.abs(points), np.abs(centre))
    return np.where(near, 0.0, np.sign(points - centre))


def shift(side: Numbers, length: int = RUN_LENGTH) -> tuple[Mask, Mask]:
    """The members of runs of at least so many points on one side; a point on the mean breaks a run."""
    return _runs(side == 1, length), _runs(side == -1, length)


def trend(points: Numbers, length: int = RUN_LENGTH) -> tuple[Mask, Mask]:
    """The members of strictly rising and strictly falling runs of at least so many points."""
    if points.size == 0:
        return np.zeros(0, dtype=bool), np.zeros(0, dtype=bool)
    steps = np.diff(points)
    return _spans(_runs(steps > 0, length - 1)), _spans(_runs(steps < 0, length - 1))


def two_of_three(beyond: Mask, side: Numbers) -> Mask:
    """The points beyond the two-sigma line that share three in a row on one side with another such point."""
    taking_part = np.zeros(side.size, dtype=bool)
    if side.size < WINDOW or not beyond.any():
        return taking_part
    places = [slice(start, side.size - WINDOW + 1 + start) for start in range(WINDOW)]
    same_side = np.abs(sum(side[place] for place in places)) == WINDOW
    is_signal = same_side & (sum(beyond[place].astype(int) for place in places) > 1)
    for place in places:
        taking_part[place] |= is_signal & beyond[place]
    return taking_part


def is_same(one: float, other: float) -> bool:
    """Whether two numbers differ by rounding only."""
    return abs(one - other) <= ROUNDING * max(abs(one), abs(other))


def _runs(member: Mask, length: int) -> Mask:
    """The members that stand in an unbroken run of at least `length`."""
    if member.size == 0:
        return member
    passed = np.concatenate(([0], np.cumsum(member)))
    starts = np.flatnonzero(passed[length:] - passed[:-length] == length)
    in_run = np.zeros(member.size, dtype=bool)
    for start in starts.tolist():
        in_run[start : start + length] = True
    return in_run


def _spans(steps: Mask) -> Mask:
    """The points that a run of steps touches, one more than the steps."""
    return np.concatenate((steps, [False])) | np.concatenate(([False], steps))
