"""What arithmetic gives back from shown figures: a numerator from a percentage, one person from two means."""

from dataclasses import dataclass
from decimal import Decimal

from domain.rounding import round_half_up


def possible_numerators(percentage: float, denominator: int, decimals: int) -> list[int]:
    """The counts that, of this denominator, are shown as this percentage (0-100) with so many decimals."""
    shown = round_half_up(str(percentage), decimals)
    return [
        count
        for count in range(denominator + 1)
        if round_half_up(Decimal(100 * count) / Decimal(denominator), decimals) == shown
    ]


@dataclass(frozen=True)
class Remainder:
    """Those in the group but not in the subset: how many, and their mean (None for nobody)."""

    n: int
    mean: float | None

    @property
    def is_one_person(self) -> bool:
        """Whether the mean is somebody's own value."""
        return self.n == 1


def remainder(group_n: int, group_mean: float, subset_n: int, subset_mean: float) -> Remainder:
    """What the means of a group and of a subset tell of the rest."""
    n = group_n - subset_n
    return Remainder(n, (group_n * group_mean - subset_n * subset_mean) / n if n else None)
