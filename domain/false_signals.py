"""How often chance alone speaks: a partner exactly on its criterion that is called worse all the same.

The chances are exact binomial sums over every possible outcome, not simulations.
"""

import numpy as np

from domain.columns import Numbers, numbers
from domain.verdict import expects_enough
from domain.visible_difference import first_signal

STRONG_SIGNAL_CHANCE = 0.002
"""A 99.8 % interval misses the truth this often."""


def chances_of_false_alarm(
    denominators: Numbers, targets: Numbers, *, above: bool, small_expectation_rule: bool = True
) -> Numbers:
    """The chance that a true share equal to the target is called above it (below it when not `above`)."""
    from scipy.special import bdtrc

    n, target = np.broadcast_arrays(np.floor(numbers(denominators)), numbers(targets))
    border = target if above else 1 - target
    alarm = np.asarray(bdtrc(first_signal(n, border) - 1, n, border))
    return np.where(expects_enough(target, n), alarm, 0.0) if small_expectation_rule else alarm


def expected_false_alarms(denominators: Numbers, targets: Numbers, *, above: bool) -> float:
    """How many of these figures chance alone would call worse if all were exactly on their criterion."""
    return float(np.nansum(chances_of_false_alarm(denominators, targets, above=above)))
