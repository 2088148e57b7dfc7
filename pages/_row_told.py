"""The sentences about one published row: against its criterion, where its series goes, and on its path."""

from dataclasses import dataclass
from functools import cached_property

from dash import html

from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.descriptions.path import path_value
from components.descriptions.verdicts import Moved
from components.figures.rows import CriterionStep, Reading, TrendPoint
from components.status import (
    movement_mark,
    movement_word,
    path_mark,
    path_word,
    status_mark,
    status_word,
)
from components.text import say
from domain.period import parse_period
from domain.status import Movement, PathStatus
from pages._plan import Plan
from pages._rows import marks, path, reading, trend_point
from queries._observation import Observation
from queries.goals import Goal
from queries.indicators import Indicator


@dataclass(frozen=True)
class RowTold:
    """A figure with the criterion beside which it stands; its series itself is not at hand."""

    plan: Plan
    indicator: Indicator
    row: Observation
    criterion: CriterionStep | None

    @cached_property
    def point(self) -> TrendPoint:
        return trend_point(self.row)

    @cached_property
    def goal(self) -> Goal | None:
        """The goal on whose path the figure lies; None where it has no target."""
        return self.plan.goal_of(self.indicator.code) if self.plan.has_target(self.indicator.code) else None

    @property
    def path(self) -> PathStatus | None:
        """Where it lies on the path; None without one."""
        return None if self.goal is None else told_path(self.point)

    @property
    def text(self) -> str:
        """All that is said of it in the order in which it is always told, a line for each message."""
        language = self._words.language
        status = status_word(told_status(self.point), language)
        if self.row.strong:
            status = f"{status}, {say('status.strong', language)}"
        told = [("goal.criterion", status, self.beside)]
        if self.row.movement:
            told.append(("goal.movement", movement_word(self.row.movement, language), self.moved))
        if self.path is not None:
            told.append(("goal.path", path_word(self.path, language), self.on_path))
        return "\n".join(f"{say(key, language)}: {word.lower()}. {said}" for key, word, said in told)

    @property
    def beside(self) -> str:
        return criterion_sentence(self.point, self.criterion, self._words)

    @property
    def moved(self) -> str:
        """Empty for a figure that is not the latest of its series."""
        if self.row.movement is None:
            return ""
        reason = self.plan.reason_of(self.row)
        return Moved(Movement(self.row.movement), (), reason).sentence(self._words)

    @property
    def on_path(self) -> str:
        """Empty where there is no goal to be on the way to."""
        if self.goal is None:
            return ""
        agreed = path(self.goal, self.plan.milestones)
        events = marks(self.plan.breaks, (), self.indicator.code)
        asked = path_value(agreed, events, parse_period(self.row.period))
        return path_sentence(self.point, asked=asked, path=agreed, reading=self._words)

    def criterion_mark(self, *, strong: bool = False) -> html.Span:
        return status_mark(
            told_status(self.point), self._words.language, strong=strong, small=True, title=self.beside
        )

    def movement_mark(self) -> html.Span | None:
        """None for a figure that is not the latest of its series."""
        if self.row.movement is None:
            return None
        return movement_mark(self.row.movement, self._words.language, small=True, title=self.moved)

    def path_mark(self) -> html.Span | None:
        """None where there is no goal to be on the way to."""
        if self.path is None:
            return None
        return path_mark(self.path, self._words.language, small=True, title=self.on_path)

    @cached_property
    def _words(self) -> Reading:
        return reading(self.indicator, self.plan.visit.language)
