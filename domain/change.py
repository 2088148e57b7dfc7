"""Says whether one client's score changed more than the instrument's noise, and scores goals (methods.md 9).

Jacobson and Truax for reliable change and its cut-offs; Goal Attainment Scaling for goals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from domain.intervals import CONFIDENCE_95, summarise, z_of
from domain.status import Direction

RELIABLE_ABOVE = 1.96
"""The index beyond which a change is reliable; the convention of the field, strictly exceeded."""

GOAL_CORRELATION = 0.3
GOAL_SCORES = (-2, 2)
GOAL_MEAN, GOAL_SD = 50, 10


class UnusableInstrument(ValueError):
    """A deviation that is not positive or a reliability outside 0 up to 1."""


class UnusableGoals(ValueError):
    """Goal scores or weights that cannot be combined."""


class Change(StrEnum):
    """What happened to one client's score."""

    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"


class CutOff(StrEnum):
    """Where the functional range begins: beyond the clinical, inside the functional, or between the two."""

    BEYOND_CLINICAL = "a"
    INSIDE_FUNCTIONAL = "b"
    BETWEEN = "c"


@dataclass(frozen=True)
class Norm:
    """Mean and deviation of a population on an instrument."""

    mean: float
    sd: float


@dataclass(frozen=True)
class ChangeCounts:
    """How many clients changed which way; `missing` had no second score and counts nowhere else."""

    improved: int
    unchanged: int
    deteriorated: int
    missing: int

    @property
    def assessed(self) -> int:
        """The clients with two scores."""
        return self.improved + self.unchanged + self.deteriorated


@dataclass(frozen=True)
class RecoveryCounts:
    """How many clients changed which way; who improved reliably and crossed the cut-off recovered."""

    recovered: int
    improved_not_recovered: int
    unchanged: int
    deteriorated: int


def measurement_error(sd: float, reliability: float) -> float:
    """The standard error of one score; raises UnusableInstrument."""
    if sd <= 0 or not 0 <= reliability < 1:
        raise UnusableInstrument(f"deviation {sd}, reliability {reliability}")
    return sd * sqrt(1 - reliability)


def difference_error(sd: float, reliability: float) -> float:
    """The standard error of the difference between two scores."""
    return sqrt(2) * measurement_error(sd, reliability)


def minimal_reliable_change(sd: float, reliability: float, confidence: float = CONFIDENCE_95) -> float:
    """The smallest difference that is not the instrument's noise, in points of its scale."""
    return z_of(confidence) * difference_error(sd, reliability)


def reliable_change_index(
    before: float | None, after: float | None, *, sd: float, reliability: float
) -> float | None:
    """The difference in standard errors; None when a score is missing."""
    error = difference_error(sd, reliability)
    return None if before is None or after is None else (after - before) / error


def classify_change(index: float | None, direction: Direction) -> Change | None:
    """What an index means; exactly 1.96 is unchanged; None when it is missing."""
    if index is None:
        return None
    if abs(index) <= RELIABLE_ABOVE:
        return Change.UNCHANGED
    is_better = index < 0 if direction is Direction.LOWER else index > 0
    return Change.IMPROVED if is_better else Change.DETERIORATED


def count_changes(
    before: Sequence[float | None],
    after: Sequence[float | None],
    *,
    sd: float,
    reliability: float,
    direction: Direction,
) -> ChangeCounts:
    """How a group changed."""
    changes = _changes(before, after, sd=sd, reliability=reliability, direction=direction)
    return ChangeCounts(
        improved=changes.count(Change.IMPROVED),
        unchanged=changes.count(Change.UNCHANGED),
        deteriorated=changes.count(Change.DETERIORATED),
        missing=changes.count(None),
    )


def count_recoveries(
    before: Sequence[float | None],
    after: Sequence[float | None],
    *,
    sd: float,
    reliability: float,
    direction: Direction,
    border: float,
) -> RecoveryCounts:
    """How a group changed, and who of it crossed the border into the functional range."""
    changes = _changes(before, after, sd=sd, reliability=reliability, direction=direction)
    recovered = [
        change is Change.IMPROVED and _crossed(first, last, border, direction)
        for change, first, last in zip(changes, before, after, strict=True)
    ]
    return RecoveryCounts(
        recovered=sum(recovered),
        improved_not_recovered=changes.count(Change.IMPROVED) - sum(recovered),
        unchanged=changes.count(Change.UNCHANGED),
        deteriorated=changes.count(Change.DETERIORATED),
    )


def cut_off(kind: CutOff, clinical: Norm, functional: Norm, direction: Direction) -> float:
    """The score from which on a client belongs to the functional range; strictly beyond it counts."""
    toward_good = -1 if direction is Direction.LOWER else 1
    if kind is CutOff.BEYOND_CLINICAL:
        return clinical.mean + toward_good * 2 * clinical.sd
    if kind is CutOff.INSIDE_FUNCTIONAL:
        return functional.mean - toward_good * 2 * functional.sd
    weighted = clinical.sd * functional.mean + functional.sd * clinical.mean
    return weighted / (clinical.sd + functional.sd)


def norm_of(values: Sequence[float | None]) -> Norm:
    """Mean and deviation of a group's own scores; raises UnusableInstrument for fewer than two."""
    sample = summarise(list(values))
    if sample.mean is None or sample.sd is None:
        raise UnusableInstrument("fewer than two scores")
    return Norm(sample.mean, sample.sd)


def goal_attainment(
    scores: Sequence[float | None], weights: Sequence[float], *, correlation: float = GOAL_CORRELATION
) -> float | None:
    """The GAS T-score; None without goals or when a goal has no score; raises UnusableGoals."""
    _check_goals(scores, weights)
    present = [score for score in scores if score is not None]
    if not scores or len(present) < len(scores):
        return None
    weighted = sum(weight * score for weight, score in zip(weights, present, strict=True))
    squares, total = sum(weight**2 for weight in weights), sum(weights)
    return GOAL_MEAN + GOAL_SD * weighted / sqrt((1 - correlation) * squares + correlation * total**2)


def _check_goals(scores: Sequence[float | None], weights: Sequence[float]) -> None:
    if len(scores) != len(weights):
        raise UnusableGoals("as many weights as goals are needed")
    lowest, highest = GOAL_SCORES
    if any(score is not None and not lowest <= score <= highest for score in scores):
        raise UnusableGoals(f"a score outside {lowest}..{highest}")
    if scores and min(weights) <= 0:
        raise UnusableGoals("weights must be positive")


def _changes(
    before: Sequence[float | None],
    after: Sequence[float | None],
    *,
    sd: float,
    reliability: float,
    direction: Direction,
) -> list[Change | None]:
    return [
        classify_change(reliable_change_index(first, last, sd=sd, reliability=reliability), direction)
        for first, last in zip(before, after, strict=True)
    ]


def _crossed(before: float | None, after: float | None, border: float, direction: Direction) -> bool:
    if before is None or after is None:
        return False
    if direction is Direction.LOWER:
        return before >= border > after
    return before <= border < after
