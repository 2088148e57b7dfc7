"""Each indicator in its newest period beside the one before: what turned, what asks for a conversation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from components.descriptions.change import change_parts, change_sentence, movement_tail, turned_sentences
from components.descriptions.criterion import criterion_on
from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.descriptions.path import path_value
from components.figures.rows import CriterionStep, Reading, TrendPoint
from domain.period import parse_period
from domain.status import Direction, Movement, PathStatus, Status
from pages._plan import Plan
from pages._rows import marks, path, reading, steps, trend_point
from pages._series import SERIES_KINDS, Series, kinds_in_view, series
from pages._visit import Visit
from queries._observation import Observation
from queries.goals import Goal
from queries.indicators import Indicator
from queries.trend import trend

_SIGNALS = {Movement.IMPROVING, Movement.WORSENING, Movement.HIGHER, Movement.LOWER}
_GOOD = {"hoger": Direction.HIGHER, "lager": Direction.LOWER, "geen": Direction.NONE}  # the plan's words


@dataclass(frozen=True)
class Turn:
    """One indicator, with its goal where it measures one: its figure now and in the period before."""

    visit: Visit
    plan: Plan
    indicator: Indicator
    course: Series

    @property
    def goal(self) -> Goal | None:
        return self.plan.goal_of(self.indicator.code)

    @property
    def words(self) -> Reading:
        return reading(self.indicator, self.visit.language)

    @cached_property
    def now(self) -> TrendPoint | None:
        return self.course.point

    @cached_property
    def before(self) -> Observation | None:
        """The row of the period just before the chosen one, of the same kind."""
        current = self.course.current
        if current is None:
            return None
        earlier = [row for row in self.course.rows if row.end < current.start]
        return max(earlier, key=lambda row: row.end, default=None)

    @cached_property
    def earlier(self) -> TrendPoint | None:
        return trend_point(self.before) if self.before else None

    @property
    def is_broken(self) -> bool:
        """Whether the way of measuring changed between the two."""
        current, before = self.course.current, self.before
        if current is None or before is None:
            return False
        if current.definition_version != before.definition_version:
            return True
        broken = marks(self.plan.breaks, (), self.indicator.code)
        return any(before.middle < mark.on <= current.middle for mark in broken)

    @property
    def status(self) -> Status:
        return told_status(self.now)

    @property
    def path(self) -> PathStatus:
        return told_path(self.now, has_target=self.goal is not None and self.goal.target is not None)

    @property
    def criterion(self) -> CriterionStep | None:
        """The criterion at the end of the period."""
        today = self.visit.publication.today
        day = parse_period(self.now.period).end if self.now else today
        return criterion_on(steps(self.plan.criteria, self.indicator.code), day)

    @property
    def turned(self) -> list[str]:
        """The verdicts that became others; none across a break, where nothing can be compared."""
        if self.is_broken:
            return []
        has_target = self.goal is not None and self.goal.target is not None
        return turned_sentences(self.now, self.earlier, self.words, has_target=has_target)

    @property
    def is_signal(self) -> bool:
        return self.now is not None and self.now.movement in _SIGNALS

    @property
    def change(self) -> str:
        way = _GOOD[self.indicator.direction]
        return change_sentence(self.now, self.earlier, self.words, is_broken=self.is_broken, direction=way)

    @property
    def in_short(self) -> tuple[str, str]:
        """What it was, and what the series says of it, in a few words."""
        way = _GOOD[self.indicator.direction]
        return change_parts(self.now, self.earlier, self.words, is_broken=self.is_broken, direction=way)

    @property
    def asks(self) -> list[str]:
        """Why this asks for a conversation, a sentence each; empty when it does not."""
        found = []
        if self.status is Status.NOT_MET:
            found.append(criterion_sentence(self.now, self.criterion, self.words))
        if self.path is PathStatus.BEHIND and self.now is not None:
            agreed, events = (
                path(self.goal, self.plan.milestones),
                marks(self.plan.breaks, (), self.indicator.code),
            )
            asked = path_value(agreed, events, parse_period(self.now.period))
            found.append(path_sentence(self.now, asked=asked, path=agreed, reading=self.words))
        if self.now is not None and self.now.movement == Movement.WORSENING:
            found.append(movement_tail(self.now, self.visit.language))
        return found

    def href(self) -> str:
        """The page of the goal, else that of the indicator."""
        if self.goal is not None:
            return self.visit.href(f"/doelen/{self.goal.code}")
        return self.visit.href(f"/indicatoren/{self.indicator.code}")


def turns(visit: Visit, plan: Plan, *, partner: str | None = None, period: str | None = None) -> list[Turn]:
    """The goals in the order of the plan, then the other indicators by name; never the reasons of ending.

    Without a `period`, chosen or given, each is told in its own newest one.
    """
    view = replace(visit.view, period=visit.view.period or period)
    order = {goal.indicator: place for place, goal in reversed(list(enumerate(plan.goals)))}
    known = [one for one in plan.indicators.values() if one.code in order or not one.is_reason]
    known.sort(key=lambda one: (order.get(one.code, len(order)), one.name.lower()))
    kinds = sorted({*SERIES_KINDS, *kinds_in_view(view)})
    codes = [one.code for one in known]
    found = trend(visit.published, indicators=codes, kinds=kinds, partner=partner)
    return [Turn(visit, plan, one, series(_of(found, one.code), one.code, view)) for one in known]


def _of(found: Sequence[Observation], indicator: str) -> list[Observation]:
    return [row for row in found if row.indicator == indicator]
