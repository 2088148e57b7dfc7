"""The smallest difference from a criterion that so many records could have shown.

'No signal' must never read as 'good': beside an undecided figure stands the true share from which on at least
80 % of samples of this size would have given a clear verdict (methods.md 11).
"""

import numpy as np

from domain.columns import Numbers, numbers
from domain.intervals import CONFIDENCE_95, proportion_intervals
from domain.verdict import expects_enough

POWER = 0.8
STEP = 0.001


def smallest_visible_shares(
    denominators: Numbers, targets: Numbers, *, above: bool, small_expectation_rule: bool = True
) -> Numbers:
    """The nearest true share beyond the target that would show, in steps of a tenth of a percentage point.

    `above` asks for shares above the target, otherwise below it. NaN where no share would show, and where
    `small_expectation_rule` keeps the verdict silent. Denominators are rounded down to whole records.
    """
    n, target = np.broadcast_arrays(np.floor(numbers(denominators)), numbers(targets))
    usable = (n >= 1) & (target >= 0) & (target <= 1)
    if small_expectation_rule:
        usable = usable & expects_enough(target, n)
    nearest = np.full(n.shape, np.nan)
    if np.any(usable):
        pairs, rows = np.unique(np.stack([n[usable], target[usable]]), axis=1, return_inverse=True)
        size, border = pairs
        found = _above(size, border) if above else 1 - _above(size, 1 - border)
        nearest[usable] = found[rows.reshape(-1)]
    return nearest


def smallest_visible_share(
    denominator: float, target: float, *, above: bool, small_expectation_rule: bool = True
) -> float | None:
    """The same for one figure; None where no share would show."""
    found = smallest_visible_shares(
        numbers([denominator]), numbers([target]), above=above, small_expectation_rule=small_expectation_rule
    )
    return None if np.isnan(found[0]) else float(found[0])


def smallest_visible_mean_difference(sizes: Numbers, deviations: Numbers) -> Numbers:
    """How far from its target a true mean must lie to show in 80 % of samples; NaN below two values."""
    from scipy.special import stdtrit

    n = np.where(numbers(sizes) > 1, numbers(sizes), np.nan)
    quantiles = stdtrit(n - 1, (1 + CONFIDENCE_95) / 2) + stdtrit(n - 1, POWER)
    return np.asarray(quantiles * numbers(deviations) / np.sqrt(n))


def _above(n: Numbers, target: Numbers) -> Numbers:
    from scipy.special import betaincinv

    signal = first_signal(n, target)
    possible = np.where(signal <= n, signal, np.nan)
    # P(X >= k | p) is a beta distribution function of p, so the share with 80 % power is its quantile.
    exact = betaincinv(possible, n - possible + 1, POWER)
    steps = np.maximum(np.ceil((exact - target) / STEP - 1e-9), 1)
    share = target + steps * STEP
    return np.where(share <= 1, share, np.nan)


def first_signal(n: Numbers, target: Numbers) -> Numbers:
    """The smallest numerator whose whole interval lies above the target; n + 1 where there is none."""
    low, high = np.zeros_like(n), n + 1
    while np.any(low < high):
        middle = np.floor((low + high) / 2)
        above = proportion_intervals(np.minimum(middle, n), n).lower > target
        above = above | (middle > n)
        high = np.where(above, middle, high)
        low = np.where(above, low, np.minimum(middle + 1, high))
    return high
