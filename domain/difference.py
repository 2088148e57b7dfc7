"""The interval of a difference between two stretches of time: Newcombe for shares, Welch for means."""

from dataclasses import dataclass

import numpy as np

from domain.columns import Numbers, numbers
from domain.intervals import CONFIDENCE_95, Interval, Intervals, mean_intervals, proportion_intervals
from domain.status import Difference


@dataclass(frozen=True)
class Means:
    """Size, mean and sample deviation, one row per group."""

    sizes: Numbers
    means: Numbers
    deviations: Numbers


@dataclass(frozen=True)
class Shares:
    """Numerator and denominator, one row per group, and how much dependence widens the interval."""

    numerators: Numbers
    denominators: Numbers
    widen: Numbers | float = 1.0


def share_differences(later: Shares, earlier: Shares, *, confidence: float = CONFIDENCE_95) -> Intervals:
    """Later minus earlier with Newcombe's limits; nothing where either side has no records."""
    one = proportion_intervals(later.numerators, later.denominators, confidence=confidence, widen=later.widen)
    other = proportion_intervals(
        earlier.numerators, earlier.denominators, confidence=confidence, widen=earlier.widen
    )
    difference = one.value - other.value
    down = np.hypot(one.value - one.lower, other.upper - other.value)
    up = np.hypot(one.upper - one.value, other.value - other.lower)
    return Intervals(difference, difference - down, difference + up)


def mean_differences(later: Means, earlier: Means, *, confidence: float = CONFIDENCE_95) -> Intervals:
    """Later minus earlier with Welch's limits; none where a side has one value or both have no spread."""
    from scipy.special import stdtrit

    one, other = _squared_errors(later), _squared_errors(earlier)
    total = one + other
    with np.errstate(invalid="ignore", divide="ignore"):
        freedom = total**2 / (one**2 / (later.sizes - 1) + other**2 / (earlier.sizes - 1))
        half = stdtrit(freedom, (1 + confidence) / 2) * np.sqrt(total)
    difference = _existing(later) - _existing(earlier)
    return Intervals(difference, difference - half, difference + half)


def share_difference(
    later: tuple[float, float], earlier: tuple[float, float], *, confidence: float = CONFIDENCE_95
) -> Interval:
    """One difference between two shares, each given as numerator and denominator."""
    columns = [Shares(numbers([x]), numbers([n])) for x, n in (later, earlier)]
    return share_differences(*columns, confidence=confidence).at(0)


def mean_difference(
    later: tuple[int, float, float], earlier: tuple[int, float, float], *, confidence: float = CONFIDENCE_95
) -> Interval:
    """One difference between two means, each given as size, mean and deviation."""
    columns = [Means(numbers([n]), numbers([mean]), numbers([sd])) for n, mean, sd in (later, earlier)]
    return mean_differences(*columns, confidence=confidence).at(0)


def told_difference(difference: Interval) -> Difference:
    """Higher or lower only when the whole interval lies on one side of 0; too little without an interval."""
    if difference.lower is None or difference.upper is None:
        return Difference.TOO_LITTLE
    if difference.lower > 0:
        return Difference.HIGHER
    return Difference.LOWER if difference.upper < 0 else Difference.UNCLEAR


def _squared_errors(sample: Means) -> Numbers:
    several = np.where(sample.sizes > 1, sample.sizes, np.nan)
    return np.asarray(sample.deviations**2 / several)


def _existing(sample: Means) -> Numbers:
    return mean_intervals(sample.sizes, sample.means, sample.deviations).value
