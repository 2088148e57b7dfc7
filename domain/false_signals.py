"""How often chance alone speaks: a partner exactly on its criterion that is called worse all the same.

The chances are exact binomial sums over every possible outcome, not simulations.
"""

from dataclasses import dataclass

import numpy as np

from domain.columns import Numbers, numbers
from domain.verdict import expects_enough
from domain.visible_difference import first_signal

CRITERIA = (0.05, 0.15, 0.50)
SIZES = (12, 30, 60, 120, 240, 400)
"""What the table of false signals is made for."""


def chances_of_false_alarm(
    denominators: Numbers, targets: Numbers, *, above: bool, small_expectation_rule: bool = True
) -> Numbers:
    """The chance that a true share equal to the target is called above it (below it when not `above`)."""
    n, target = np.broadcast_arrays(np.floor(numbers(denominators)), numbers(targets))
    border = target if above else 1 - target
    alarm = _more_than(first_signal(n, border) - 1, n, border)
    return np.where(expects_enough(target, n), alarm, 0.0) if small_expectation_rule else alarm


def expected_false_alarms(denominators: Numbers, targets: Numbers, *, above: bool) -> float:
    """How many of these figures chance alone would call worse if all were exactly on their criterion."""
    return float(np.nansum(chances_of_false_alarm(denominators, targets, above=above)))


@dataclass(frozen=True)
class FalseSignal:
    """How often a partner exactly on its criterion is called worse, by the naive rule and by ours."""

    criterion: float
    size: int
    naive: float
    ours: float


def false_signal_table() -> list[FalseSignal]:
    """Criteria of at most so much, and so many records."""
    pairs = [(criterion, size) for criterion in CRITERIA for size in SIZES]
    target, n = (numbers(column) for column in zip(*pairs, strict=True))
    ours = chances_of_false_alarm(n, target, above=True)
    naive = naive_alarms(n, target)
    return [
        FalseSignal(criterion, size, float(one), float(other))
        for (criterion, size), one, other in zip(pairs, naive, ours, strict=True)
    ]


def naive_alarms(denominators: Numbers, targets: Numbers) -> Numbers:
    """The chance that the share itself lies above a target that it equals in truth."""
    # A product such as 100 * 0.15 may end up a rounding error below the whole number that it is.
    on_target = np.floor(denominators * targets + 1e-9)
    return _more_than(on_target, denominators, targets)


def _more_than(successes: Numbers, trials: Numbers, chance: Numbers) -> Numbers:
    """The chance of more successes than these; scipy.stats says the same, but takes a second to load."""
    from scipy.special import bdtrc

    return np.asarray(bdtrc(np.minimum(successes, trials), trials.astype(np.int64), chance))
