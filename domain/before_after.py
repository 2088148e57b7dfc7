"""Compares equal windows before and after a dated action: did it work, or is it too early to say."""

from dataclasses import dataclass
from datetime import date

from domain.difference import mean_difference, share_difference, told_difference
from domain.intervals import Interval
from domain.period import Period, PeriodKind, period_of
from domain.status import Difference


@dataclass(frozen=True)
class Windows:
    """As many whole periods before as after; the period in which the action began is in neither."""

    before: tuple[Period, ...]
    after: tuple[Period, ...]

    def is_full(self, covered_until: date) -> bool:
        """Whether figures exist up to the end of the window after."""
        return self.after[-1].end <= covered_until


@dataclass(frozen=True)
class Outcome:
    """After minus before, and what may be said of it."""

    difference: Interval
    told: Difference


_NOTHING = Interval(None, None, None)


def windows(began: date, kind: PeriodKind, count: int) -> Windows:
    """`count` periods on either side; an action on a period's first day has that period after it."""
    during = period_of(began, kind)
    first_after = 0 if during.start == began else 1
    before = tuple(during.shifted(-steps) for steps in range(count, 0, -1))
    after = tuple(during.shifted(first_after + steps) for steps in range(count))
    return Windows(before, after)


def compare_shares(before: tuple[float, float], after: tuple[float, float], *, is_full: bool) -> Outcome:
    """The difference of two shares, given as numerator and denominator; too early while a window fills."""
    if not is_full:
        return Outcome(_NOTHING, Difference.TOO_EARLY)
    difference = share_difference(after, before)
    return Outcome(difference, told_difference(difference))


def compare_means(
    before: tuple[int, float, float], after: tuple[int, float, float], *, is_full: bool
) -> Outcome:
    """The difference of two means, given as size, mean and deviation; too early while a window fills."""
    if not is_full:
        return Outcome(_NOTHING, Difference.TOO_EARLY)
    difference = mean_difference(after, before)
    return Outcome(difference, told_difference(difference))
