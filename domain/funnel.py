"""Limits around an average or criterion within which partners differ no more than chance (methods.md 5)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from domain.columns import Mask, Numbers, Words, numbers, words
from domain.intervals import Z95, Z998, reject_impossible_shares
from domain.rounding import round_half_up, round_to_base
from domain.status import FunnelClass

MIN_UNITS = 5
"""With fewer units no funnel verdict is given."""

MIN_UNITS_ADJUSTED = 10
"""With fewer units the limits are not adjusted for overdispersion."""

TAIL = 10
"""So many per cent of the z-scores are pulled in at either end."""

MIN_VISIBLE = 8
"""Units without a name are drawn only where at least so many are visible."""

UNNAMED_BASE = 5
UNNAMED_DECIMALS = 2
"""The size of a unit without a name is rounded to a multiple of so much, its share to so many decimals."""


@dataclass(frozen=True)
class Limits:
    """Limits at two levels, one row per unit."""

    lower95: Numbers
    upper95: Numbers
    lower998: Numbers
    upper998: Numbers


@dataclass(frozen=True)
class Overdispersion:
    """How much more units differ than chance; `tau2` is the variance between them (additive form only)."""

    phi: float
    phi_of_all: float  # without pulling in the tails
    factor: float
    tau2: float


@dataclass(frozen=True)
class Funnel:
    """A funnel as drawn: what it is centred on, its limits and the class of every unit."""

    centre: float
    limits: Limits
    classes: Words
    overdispersion: Overdispersion | None
    is_adjusted: bool


def average(numerators: Numbers, denominators: Numbers) -> float | None:
    """The share over all units together; None when no unit has a denominator."""
    counted = denominators > 0
    total = float(denominators[counted].sum())
    return float(numerators[counted].sum()) / total if total > 0 else None


def share_limits(centre: float, denominators: Numbers, *, factor: float = 1.0) -> Limits:
    """Limits for shares, clipped to 0..1; `factor` multiplies the variance; NaN for a denominator of 0."""
    n = np.where(numbers(denominators) > 0, denominators, np.nan)
    error = np.sqrt(factor * centre * (1 - centre) / n)
    return _both_levels(lambda z: np.clip(centre + z * error, 0.0, 1.0))


def additive_limits(centre: float, denominators: Numbers, tau2: float) -> Limits:
    """Limits on the arcsine scale with a variance between units added to that of chance."""
    n = np.where(numbers(denominators) > 0, denominators, np.nan)
    error = np.sqrt(1 / (4 * n) + tau2)
    angle = np.arcsin(np.sqrt(centre))
    # Without the clamp the squared sine folds a negative angle back above 0.
    return _both_levels(lambda z: np.sin(np.clip(angle + z * error, 0, np.pi / 2)) ** 2)


def ratio_limits(centre: float, expected_counts: Numbers) -> Limits:
    """Exact Poisson limits for observed against expected counts, at the expected count of each unit."""
    from scipy.special import gammaincinv, ndtr

    expected = numbers(expected_counts)

    def limit(z: float) -> Numbers:
        shape = expected + (1 if z > 0 else 0)
        return np.asarray(centre * gammaincinv(shape, ndtr(z)) / expected)

    return _both_levels(limit)


def classify(values: Numbers, limits: Limits) -> Words:
    """The class of every unit, strictly outside counting; NaN is not assessable."""
    classes = words(values.size, FunnelClass.WITHIN)
    classes[values < limits.lower95] = FunnelClass.LOW_95
    classes[values > limits.upper95] = FunnelClass.HIGH_95
    classes[values < limits.lower998] = FunnelClass.LOW_998
    classes[values > limits.upper998] = FunnelClass.HIGH_998
    classes[np.isnan(values)] = FunnelClass.NOT_ASSESSABLE
    return classes


def multiplicative_overdispersion(
    numerators: Numbers, denominators: Numbers, centre: float
) -> Overdispersion | None:
    """Mean squared z-score after pulling in both tails; None for a centre of 0 or 1."""
    if not 0 < centre < 1:
        return None
    x, n = _counted(numerators, denominators)
    z = (x / n - centre) / np.sqrt(centre * (1 - centre) / n)
    phi = float(np.mean(winsorised(z) ** 2))
    return Overdispersion(phi, float(np.mean(z**2)), max(1.0, phi), 0.0)


def additive_overdispersion(
    numerators: Numbers, denominators: Numbers, centre: float
) -> Overdispersion | None:
    """The same on the arcsine scale, with the variance between units; None for a centre of 0 or 1."""
    if not 0 < centre < 1:
        return None
    x, n = _counted(numerators, denominators)
    weight = 4 * n
    z = (np.arcsin(np.sqrt(x / n)) - np.arcsin(np.sqrt(centre))) * np.sqrt(weight)
    phi = float(np.mean(winsorised(z) ** 2))
    excess = n.size * phi - (n.size - 1)
    spread = float(weight.sum() - (weight**2).sum() / weight.sum())
    tau2 = max(0.0, excess / spread) if excess >= 0 and spread > 0 else 0.0
    return Overdispersion(phi, float(np.mean(z**2)), max(1.0, phi), tau2)


def winsorised(z: Numbers) -> Numbers:
    """The scores with the outer tenths set to the value at their edge."""
    low, high = np.percentile(z, [TAIL, 100 - TAIL])
    return np.clip(z, low, high)


def unnamed(n: int, share: float) -> tuple[int, float]:
    """Size and share of a unit that may not be named, as it is drawn."""
    return round_to_base(n, UNNAMED_BASE), float(round_half_up(share, UNNAMED_DECIMALS))


def funnel(
    numerators: Numbers, denominators: Numbers, *, target: float | None = None, adjust: bool = False
) -> Funnel | None:
    """The funnel around the target, or else the average; None with fewer than five units.

    `adjust` asks for additive limits, given only from ten units on and when phi is above 1.
    """
    x, n = numbers(numerators), numbers(denominators)
    reject_impossible_shares(x, n)
    centre = average(x, n) if target is None else target
    units = int(np.count_nonzero(n > 0))
    if centre is None or units < MIN_UNITS:
        return None
    spread = additive_overdispersion(x, n, centre)
    is_adjusted = adjust and units >= MIN_UNITS_ADJUSTED and spread is not None and spread.phi > 1
    limits = additive_limits(centre, n, spread.tau2) if spread and is_adjusted else share_limits(centre, n)
    values = x / np.where(n > 0, n, np.nan)
    return Funnel(centre, limits, classify(values, limits), spread, is_adjusted)


def _counted(numerators: Numbers, denominators: Numbers) -> tuple[Numbers, Numbers]:
    counted: Mask = denominators > 0
    return numerators[counted], denominators[counted]


def _both_levels(limit: Callable[[float], Numbers]) -> Limits:
    return Limits(limit(-Z95), limit(Z95), limit(-Z998), limit(Z998))
