"""How many signals chance alone gives among many comparisons, without any statistics library."""

from dataclasses import dataclass

SIGNAL_CHANCE = 0.05
"""A 95 % interval misses the truth this often, half of it on either side."""

STRONG_SIGNAL_CHANCE = 0.002
"""A 99.8 % interval misses the truth this often."""

MOVEMENT_SIGNAL_CHANCE = 0.025
"""The latest point of a control chart stands out at most this often while nothing changes (simulated): from
1 % with thirteen figures to 2.4 % with sixty shares of twenty records."""


def chance_signals(comparisons: int, *, strong: bool) -> float:
    """How many of so many comparisons would give a signal if nothing differed."""
    return comparisons * (STRONG_SIGNAL_CHANCE if strong else SIGNAL_CHANCE)


@dataclass(frozen=True, slots=True)
class Comparisons:
    """How often chance could speak: intervals beside a value, and latest points of control charts."""

    intervals: int = 0
    charts: int = 0

    @property
    def total(self) -> int:
        return self.intervals + self.charts

    def __add__(self, other: "Comparisons") -> "Comparisons":
        return Comparisons(self.intervals + other.intervals, self.charts + other.charts)


def expected_signals(made: Comparisons, *, one_sided: bool = False) -> float:
    """At most about so many signals by chance alone; `one_sided` where only the bad side counts as one."""
    both = chance_signals(made.intervals, strong=False) + made.charts * MOVEMENT_SIGNAL_CHANCE
    return both / 2 if one_sided else both
