"""Says how a figure stands against its criterion, and never more than its interval allows.

`verdict` compares an interval with a fixed target (methods.md 4); `status` builds on it what a reader is told
(methods.md 11), with the rule that keeps false alarms below 5 %: for shares nothing is said either way while
fewer than five records are expected on one side of the criterion.
"""

from dataclasses import dataclass

import numpy as np

from domain.columns import Mask, Numbers, Words, words
from domain.intervals import CONFIDENCE_95, CONFIDENCE_998, proportion_interval
from domain.status import CriterionKind, Direction, Status, Verdict

SMALLEST_EXPECTATION = 5
"""So many records must be expected both at and beside the criterion."""

_NAMED = {
    Direction.HIGHER: (Verdict.BETTER, Verdict.WORSE),
    Direction.LOWER: (Verdict.WORSE, Verdict.BETTER),
    Direction.NONE: (Verdict.HIGHER, Verdict.LOWER),
}


def verdict(lower: float | None, upper: float | None, target: float | None, direction: Direction) -> Verdict:
    """Where the interval lies; touching the target is similar."""
    if target is None:
        return Verdict.NO_TARGET
    if lower is None or upper is None:
        return Verdict.NOT_ASSESSABLE
    above, below = _NAMED[direction]
    if lower > target:
        return above
    return below if upper < target else Verdict.SIMILAR


@dataclass(frozen=True)
class Evidence:
    """The verdict at 95 %, at 99.8 %, and the strongest level at which something is said."""

    at_95: Verdict
    at_998: Verdict
    strongest_level: str


def proportion_evidence(
    numerator: float, denominator: float, target: float, direction: Direction
) -> Evidence:
    """Both verdicts on one share."""
    weak = proportion_interval(numerator, denominator, confidence=CONFIDENCE_95)
    strong = proportion_interval(numerator, denominator, confidence=CONFIDENCE_998)
    at_95 = verdict(weak.lower, weak.upper, target, direction)
    at_998 = verdict(strong.lower, strong.upper, target, direction)
    silent = {Verdict.SIMILAR, Verdict.NOT_ASSESSABLE}
    strongest = "none" if at_95 in silent else "95" if at_998 in silent else "99.8"
    return Evidence(at_95, at_998, strongest)


@dataclass(frozen=True)
class Criteria:
    """A column of criteria; `high` is the upper end of a 'between' criterion and NaN elsewhere."""

    kind: Words
    low: Numbers
    high: Numbers


def statuses(
    lower: Numbers, upper: Numbers, criteria: Criteria, *, denominators: Numbers, is_share: Mask
) -> Words:
    """`met`, `not_met` or `undecided` for every row; a row without interval or of zero width is undecided."""
    decidable = np.isfinite(lower) & np.isfinite(upper) & (upper > lower)
    decidable &= ~is_share | has_enough_expected(criteria, denominators)
    met = np.zeros(lower.shape, dtype=bool)
    missed = np.zeros(lower.shape, dtype=bool)
    for kind, (good, bad) in _sides(lower, upper, criteria).items():
        of_kind = criteria.kind == kind
        met |= of_kind & good
        missed |= of_kind & bad
    told = words(lower.size, Status.UNDECIDED)
    told[decidable & met] = Status.MET
    told[decidable & missed] = Status.NOT_MET
    return told


def has_enough_expected(criteria: Criteria, denominators: Numbers) -> Mask:
    """Where at least five records are expected on both sides of every end of the criterion.

    An end of a 'between' criterion at 0 or 1 is no border, so nothing is asked of it.
    """
    between = criteria.kind == CriterionKind.BETWEEN
    enough = np.ones(denominators.shape, dtype=bool)
    for end, counts in ((criteria.low, np.ones_like(between)), (criteria.high, between)):
        border = counts & ~(between & ((end <= 0) | (end >= 1)))
        enough &= ~border | expects_enough(end, denominators)
    return enough


def expects_enough(target: Numbers, denominators: Numbers) -> Mask:
    """Whether n*t and n*(1-t) both reach five."""
    smallest = np.minimum(denominators * target, denominators * (1 - target))
    # A product such as 100 * 0.05 may fall a rounding error short of what it means.
    return np.asarray(smallest >= SMALLEST_EXPECTATION - 1e-9)


def complete(told: Words, *, measured: Mask, has_criterion: Mask, agreed: Mask, suppressed: Mask) -> Words:
    """The verdicts with the states that come before them; suppressed outranks all, then agreed, measured."""
    completed = told.copy()
    completed[~has_criterion] = Status.NO_CRITERION
    completed[~measured] = Status.NOT_MEASURED
    completed[~agreed] = Status.NOT_AGREED
    completed[suppressed] = Status.SUPPRESSED
    return completed


def _sides(lower: Numbers, upper: Numbers, criteria: Criteria) -> dict[CriterionKind, tuple[Mask, Mask]]:
    low, high = criteria.low, criteria.high
    return {
        CriterionKind.AT_LEAST: (lower >= low, upper < low),
        CriterionKind.AT_MOST: (upper <= low, lower > low),
        CriterionKind.BETWEEN: ((lower >= low) & (upper <= high), (upper < low) | (lower > high)),
    }
