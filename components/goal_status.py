"""What may be said of a goal: its criterion, where it goes and its path, each with the sentence behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.descriptions.path import path_value
from components.descriptions.trend import target_of
from components.descriptions.verdicts import Moved
from components.figures.rows import CriterionStep, Mark, PathPoint, Point, Reading
from components.status import movement_mark, path_mark, status_mark
from components.text import say
from domain.period import Period


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed about a goal in one period; `marks` are the breaks that no path lies across."""

    period: Period
    criterion: CriterionStep | None
    path: Sequence[PathPoint] = ()
    marks: Sequence[Mark] = ()

    @property
    def has_target(self) -> bool:
        """Whether there is a target to be on the way to."""
        return target_of(self.path) is not None

    @property
    def asked(self) -> float | None:
        """What the path asks for in the period."""
        return path_value(self.path, self.marks, self.period)


def goal_status(point: Point | None, agreed: Agreement, moved: Moved, reading: Reading) -> html.Dl:
    """The three rows of a card: criterion, movement and path."""
    language = reading.language
    criterion = status_mark(
        told_status(point), language, title=criterion_sentence(point, agreed.criterion, reading)
    )
    on_path = path_mark(
        told_path(point, has_target=agreed.has_target),
        language,
        title=path_sentence(point, asked=agreed.asked, path=agreed.path, reading=reading),
    )
    return html.Dl(
        [
            html.Dt(say("goal.criterion", language)),
            html.Dd(criterion),
            html.Dt(say("goal.movement", language)),
            html.Dd(movement_mark(moved.movement, language, title=moved.sentence(reading))),
            html.Dt(say("goal.path", language)),
            html.Dd(on_path),
        ],
        className="goal-status",
    )
