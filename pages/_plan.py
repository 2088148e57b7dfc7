"""The plan as every page needs it: goals, indicators, criteria and what belongs to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pages._visit import Visit
from queries._observation import Observation
from queries.actions import Action, actions
from queries.breaks import SeriesBreak, breaks
from queries.contacts import Contact, contact_for, contacts
from queries.control_limits import ControlLimit, control_limits
from queries.criteria import Criterion, criteria
from queries.goals import Goal, goals
from queries.indicators import Indicator, indicators
from queries.milestones import Milestone, milestones
from queries.movement_reasons import MovementReason, movement_reasons


@dataclass(frozen=True)
class Plan:
    """What was agreed, in the reader's language; each part is asked for once, when a page needs it."""

    visit: Visit
    partner: str | None = None

    @cached_property
    def goals(self) -> Sequence[Goal]:
        return goals(self.visit.published, language=self.visit.language)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        found = indicators(self.visit.published, language=self.visit.language)
        return {one.code: one for one in found}

    @cached_property
    def criteria(self) -> Sequence[Criterion]:
        return criteria(self.visit.published, partner=self.partner or self.visit.view.partner)

    @cached_property
    def milestones(self) -> Sequence[Milestone]:
        return milestones(self.visit.published)

    @cached_property
    def breaks(self) -> Sequence[SeriesBreak]:
        return breaks(self.visit.published, language=self.visit.language)

    @cached_property
    def actions(self) -> Sequence[Action]:
        return actions(self.visit.published, language=self.visit.language)

    @cached_property
    def movement_reasons(self) -> Sequence[MovementReason]:
        return movement_reasons(self.visit.published, every_partner=True)

    @cached_property
    def _reason_of_series(self) -> dict[tuple[str | None, ...], MovementReason]:
        return {
            (one.indicator, one.partner, one.split, one.split_value): one for one in self.movement_reasons
        }

    @cached_property
    def control_limits(self) -> Sequence[ControlLimit]:
        return control_limits(self.visit.published, every_partner=True)

    @cached_property
    def contacts(self) -> Sequence[Contact]:
        return contacts(self.visit.published)

    def goal_of(self, indicator: str) -> Goal | None:
        """The first goal that this indicator measures; many indicators have none."""
        return next((goal for goal in self.goals if goal.indicator == indicator), None)

    def has_target(self, indicator: str) -> bool:
        """Whether there is a goal to be on the way to."""
        goal = self.goal_of(indicator)
        return goal is not None and goal.target is not None

    def reason_of(self, row: Observation) -> MovementReason | None:
        """What the movement of the series of this figure rests on."""
        return self._reason_of_series.get((row.indicator, row.partner, row.split, row.split_value))

    def contact(self, *, goal: str | None = None, partner: str | None = None) -> Contact | None:
        """Whom to call about a goal or a partner."""
        return contact_for(self.contacts, goal=goal, partner=partner)
