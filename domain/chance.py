"""How many signals chance alone gives among many comparisons, without any statistics library."""

SIGNAL_CHANCE = 0.05
"""A 95 % interval misses the truth this often, on either side."""

STRONG_SIGNAL_CHANCE = 0.002
"""A 99.8 % interval misses the truth this often."""


def chance_signals(comparisons: int, *, strong: bool) -> float:
    """How many of so many comparisons would give a signal if nothing differed."""
    return comparisons * (STRONG_SIGNAL_CHANCE if strong else SIGNAL_CHANCE)
