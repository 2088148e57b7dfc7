"""The three verdicts about one figure as sentences, in the order in which they are always told."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.descriptions.judgement import criterion_sentence, path_sentence
from components.descriptions.movement import Reason, movement_sentence
from components.figures.rows import CriterionStep, PathPoint, Point, Reading
from domain.status import Movement


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a series goes, with what that rests on; `points` are in the grain that was judged."""

    movement: Movement
    points: Sequence[Point] = ()
    reason: Reason | None = None
    limits: tuple[float, float] | None = None

    def sentence(self, reading: Reading) -> str:
        """What was seen, and whether it is more than chance."""
        return movement_sentence(self.movement, self.points, reading, reason=self.reason, limits=self.limits)


@dataclass(frozen=True, slots=True)
class Basis:
    """What the verdicts rest on: the criterion of the period, what the path asks in it, and the movement.

    `moved` is None for a figure with which no movement is told, which is any but the latest of its series.
    """

    criterion: CriterionStep | None
    path: Sequence[PathPoint] = ()
    asked: float | None = None
    moved: Moved | None = None


def verdict_sentences(figure: Point | None, basis: Basis, reading: Reading) -> list[str]:
    """Criterion, movement and path; that a group is too small is said once."""
    told = [criterion_sentence(figure, basis.criterion, reading)]
    if basis.moved is not None:
        told.append(basis.moved.sentence(reading))
    told.append(path_sentence(figure, asked=basis.asked, path=basis.path, reading=reading))
    return list(dict.fromkeys(told))
