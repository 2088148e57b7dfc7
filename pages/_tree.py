"""The plan as a tree: every ambition with its goals, and of each goal what is done and what is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from components.descriptions.goal import goal_conclusion
from components.descriptions.judgement import told_path, told_status
from components.figures.rows import PathPoint, Reading, TrendPoint
from domain.action import action_state
from domain.status import PathStatus, Status
from pages._plan import Plan
from pages._rows import path, reading
from pages._series import SERIES_KINDS, Series, kinds_in_view, series
from pages._told import Told
from pages._visit import Visit
from queries._observation import Observation
from queries.actions import Action
from queries.goals import Goal
from queries.indicators import Indicator
from queries.responsibilities import Responsibility, responsibilities
from queries.strategies import Strategy, strategies
from queries.trend import trend

KINDS = ("inhoudelijk", "proces", "overig")


@dataclass(frozen=True)
class Branch:
    """One goal with its figures and with what was agreed about it."""

    tree: "Tree"
    goal: Goal
    indicator: Indicator
    course: Series

    @property
    def words(self) -> Reading:
        return reading(self.indicator, self.tree.visit.language)

    @property
    def point(self) -> TrendPoint | None:
        return self.course.point

    @property
    def conclusion(self) -> str:
        return goal_conclusion(self.indicator.sentence, self.point, self.words)

    @property
    def href(self) -> str:
        return self.tree.visit.href(f"/doelen/{self.goal.code}")

    @property
    def told(self) -> Told:
        """The figure with its criterion and path, as the three messages are made of it."""
        return Told(self.tree.visit, self.tree.plan, self.indicator, self.course, None)

    @property
    def agreed(self) -> Sequence[PathPoint]:
        """Baseline, milestones and target."""
        return path(self.goal, self.tree.plan.milestones)

    @property
    def status(self) -> Status:
        return told_status(self.point)

    @property
    def path(self) -> PathStatus:
        return told_path(self.point, has_target=self.goal.target is not None)

    @property
    def strategies(self) -> list[Strategy]:
        return [one for one in self.tree.strategies if one.goal == self.goal.code]

    @property
    def actions(self) -> list[Action]:
        return [one for one in self.tree.plan.actions if one.goal == self.goal.code]

    @property
    def promises(self) -> list[Responsibility]:
        return [one for one in self.tree.promises if one.goal == self.goal.code]


@dataclass(frozen=True)
class Tree:
    """All branches of the plan, each part asked for once."""

    visit: Visit
    plan: Plan

    @cached_property
    def strategies(self) -> Sequence[Strategy]:
        return strategies(self.visit.published, language=self.visit.language)

    @cached_property
    def promises(self) -> Sequence[Responsibility]:
        return responsibilities(self.visit.published, language=self.visit.language)

    @cached_property
    def branches(self) -> list[Branch]:
        """Every goal, in the order of the plan."""
        found = self._figures([goal.indicator for goal in self.plan.goals])
        known = [(goal, self.plan.indicators[goal.indicator]) for goal in self.plan.goals]
        return [
            Branch(self, goal, indicator, series(found, indicator.code, self.visit.view))
            for goal, indicator in known
        ]

    @cached_property
    def ambitions(self) -> list[list[Branch]]:
        """The branches of each ambition together; those about all inhabitants last."""
        groups = [list(members) for _, members in groupby(self.branches, key=lambda one: one.goal.ambition)]
        return sorted(groups, key=is_population)

    @property
    def own(self) -> str:
        """The ending of the texts for a partner, whose file holds its own actions and promises only."""
        return "_own" if self.visit.publication.audience.startswith("partner-") else ""

    def action_word(self, action: Action) -> str:
        """How far an action is: 'loopt', 'begint nog', 'afgelopen'."""
        state = action_state(action.starts_on, action.ends_on, self.visit.publication.today)
        return self.visit.say(f"action_state.{state}")

    def owner(self, action: Action) -> str:
        return action.owner or self.visit.say("page_indicator.municipality")

    def _figures(self, codes: Sequence[str]) -> list[Observation]:
        kinds = {*SERIES_KINDS, *kinds_in_view(self.visit.view)}
        return trend(self.visit.published, indicators=sorted(set(codes)), kinds=sorted(kinds))


def is_population(members: Sequence[Branch]) -> bool:
    """Whether all of these goals are about all inhabitants instead of partners' clients."""
    return all(one.indicator.is_population for one in members)
