"""Intervals that say how certain a figure is: Wilson for shares, t for means, Byar and Garwood for rates.

Every rule takes whole columns; the scalar forms are the same rules on one row. Formulas: methods.md 1 to 3.
"""

from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

import numpy as np

from domain.columns import Mask, Numbers, numbers

CONFIDENCE_95 = 0.95
CONFIDENCE_998 = 0.998
Z95 = 1.959963984540054
Z998 = 3.090232306167813

EXACT_BELOW = 10
"""Rates on fewer events get the exact Poisson limits."""

RECORDS_PER_CLIENT = 1.1
"""Above this many records per client the records are too dependent to ignore it."""


class ImpossibleCounts(ValueError):
    """A negative count, or more in the part than in the whole."""


class RateMethod(StrEnum):
    """Which limits a rate has."""

    EXACT = "exact"
    BYAR = "byar"


@dataclass(frozen=True)
class Interval:
    """One figure and its limits; None where there is nothing to compute."""

    value: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class Intervals:
    """A column of figures and their limits; NaN where there is nothing to compute."""

    value: Numbers
    lower: Numbers
    upper: Numbers

    def at(self, row: int) -> Interval:
        """One row, with None for NaN."""
        return Interval(_known(self.value[row]), _known(self.lower[row]), _known(self.upper[row]))


def z_of(confidence: float) -> float:
    """The two-sided normal quantile."""
    known = {CONFIDENCE_95: Z95, CONFIDENCE_998: Z998}
    return known.get(confidence) or NormalDist().inv_cdf((1 + confidence) / 2)


def widening(records: Numbers, clients: Numbers) -> Numbers:
    """By how much half-widths grow because clients have several records; 1 up to 1.1 records a client."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = numbers(records) / numbers(clients)
        dependent = np.isfinite(ratio) & (ratio > RECORDS_PER_CLIENT)
        return np.where(dependent, np.sqrt(np.where(dependent, ratio, 1.0)), 1.0)


def proportion_intervals(
    numerators: Numbers,
    denominators: Numbers,
    *,
    confidence: float = CONFIDENCE_95,
    widen: Numbers | float = 1.0,
) -> Intervals:
    """Wilson score intervals without continuity correction; nothing where the denominator is 0 or missing."""
    x, n = numbers(numerators), numbers(denominators)
    reject_impossible_shares(x, n)
    x, n = np.where(n > 0, x, np.nan), np.where(n > 0, n, np.nan)
    z2 = z_of(confidence) ** 2
    share = x / n
    centre = (2 * x + z2) / (2 * (n + z2))
    # x - x²/n is never negative in exact arithmetic; rounding may make it so near x = n.
    half = np.sqrt(z2) * np.sqrt(z2 + 4 * np.maximum(x * (1 - share), 0)) / (2 * (n + z2)) * widen
    lower = np.where(x == 0, 0.0, np.clip(centre - half, 0.0, 1.0))
    upper = np.where(x == n, 1.0, np.clip(centre + half, 0.0, 1.0))
    unknown = np.isnan(share)
    return Intervals(share, np.where(unknown, np.nan, lower), np.where(unknown, np.nan, upper))


def proportion_interval(
    numerator: float | None,
    denominator: float | None,
    *,
    confidence: float = CONFIDENCE_95,
    widen: float = 1.0,
) -> Interval:
    """The Wilson interval of one share; raises ImpossibleCounts."""
    column = (numbers([numerator]), numbers([denominator]))
    return proportion_intervals(*column, confidence=confidence, widen=widen).at(0)


def mean_intervals(
    sizes: Numbers,
    means: Numbers,
    deviations: Numbers,
    *,
    confidence: float = CONFIDENCE_95,
    widen: Numbers | float = 1.0,
) -> Intervals:
    """Student t intervals from n, mean and sample deviation; one value alone has no interval."""
    from scipy.special import stdtrit

    n, sd = numbers(sizes), numbers(deviations)
    mean = np.where(n > 0, numbers(means), np.nan)
    several = np.where(n > 1, n, np.nan)
    half = stdtrit(several - 1, (1 + confidence) / 2) * sd / np.sqrt(several) * widen
    return Intervals(mean, mean - half, mean + half)


@dataclass(frozen=True)
class Sample:
    """How many values there are, their mean and sample deviation (None for one value)."""

    n: int
    mean: float | None
    sd: float | None


def summarise(values: list[float | None]) -> Sample:
    """Size, mean and deviation of the values that are there; the missing are left out."""
    present = [value for value in values if value is not None]
    if not present:
        return Sample(0, None, None)
    sd = float(np.std(present, ddof=1)) if len(present) > 1 else None
    return Sample(len(present), float(np.mean(present)), sd)


def mean_interval(sample: Sample, *, confidence: float = CONFIDENCE_95, widen: float = 1.0) -> Interval:
    """The t interval of one mean."""
    column = (numbers([sample.n]), numbers([sample.mean]), numbers([sample.sd]))
    return mean_intervals(*column, confidence=confidence, widen=widen).at(0)


def rate_intervals(
    events: Numbers,
    denominators: Numbers,
    *,
    multiplier: float = 1.0,
    confidence: float = CONFIDENCE_95,
    method: RateMethod | None = None,
) -> Intervals:
    """Rates per `multiplier`: exact Poisson limits below ten events, Byar's from there on.

    `method` forces one of the two; Byar's lower limit is missing where it would be negative.
    """
    x, n = numbers(events), numbers(denominators)
    if np.any(x < 0):
        raise ImpossibleCounts("events below 0")
    n = np.where(n > 0, n, np.nan)
    exact = uses_exact_limits(x, method)
    garwood_lower, garwood_upper = _garwood(x, confidence)
    byar_lower, byar_upper = _byar(x, confidence)
    lower = np.where(exact, garwood_lower, byar_lower)
    upper = np.where(exact, garwood_upper, byar_upper)
    return Intervals(x / n * multiplier, lower / n * multiplier, upper / n * multiplier)


def uses_exact_limits(events: Numbers, method: RateMethod | None = None) -> Mask:
    """Which rates get the exact limits."""
    if method is None:
        return np.asarray(events < EXACT_BELOW)
    return np.full(events.shape, method is RateMethod.EXACT)


def rate_interval(
    events: float | None,
    denominator: float | None,
    *,
    multiplier: float = 1.0,
    confidence: float = CONFIDENCE_95,
    method: RateMethod | None = None,
) -> Interval:
    """The interval of one rate; raises ImpossibleCounts."""
    column = (numbers([events]), numbers([denominator]))
    return rate_intervals(*column, multiplier=multiplier, confidence=confidence, method=method).at(0)


def reject_impossible_shares(numerators: Numbers, denominators: Numbers) -> None:
    """Raise ImpossibleCounts for a negative count or a numerator above its denominator."""
    if np.any(numerators < 0) or np.any(denominators < 0):
        raise ImpossibleCounts("a count below 0")
    if np.any(numerators > denominators):
        raise ImpossibleCounts("a numerator above its denominator")


def _garwood(x: Numbers, confidence: float) -> tuple[Numbers, Numbers]:
    from scipy.special import gammaincinv

    tail = (1 - confidence) / 2
    # A chi-square quantile with 2k degrees of freedom is twice a gamma quantile with shape k.
    lower = np.where(x > 0, gammaincinv(np.where(x > 0, x, 1.0), tail), 0.0)
    return np.where(np.isnan(x), np.nan, lower), gammaincinv(x + 1, 1 - tail)


def _byar(x: Numbers, confidence: float) -> tuple[Numbers, Numbers]:
    z = z_of(confidence)
    positive = np.where(x > 0, x, np.nan)
    lower = positive * (1 - 1 / (9 * positive) - z / (3 * np.sqrt(positive))) ** 3
    upper = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * np.sqrt(x + 1))) ** 3
    return np.where(lower < 0, np.nan, lower), upper


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
