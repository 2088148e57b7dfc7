"""What a partner's page is about: its goals and indicators in one period, with what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from components.descriptions.criterion import criterion_on
from components.descriptions.judgement import told_status
from components.figures.rows import CriterionStep
from domain.period import parse_period
from domain.status import Status
from pages._plan import Plan
from pages._rows import steps, trend_point
from pages._visit import Visit
from queries._observation import Observation
from queries.agreements import Agreement
from queries.indicators import Indicator
from queries.partners import Partner


@dataclass(frozen=True)
class Own:
    """One partner in one period."""

    visit: Visit
    plan: Plan
    partner: Partner
    period: str
    agreements: Sequence[Agreement]
    rows: Sequence[Observation]

    @cached_property
    def shown_rows(self) -> list[Observation]:
        return [row for row in self.rows if row.partner == self.partner.code]

    @cached_property
    def agreed(self) -> list[Indicator]:
        """The indicators of the agreements, those of goals first; without the reasons of ending."""
        codes = {one.indicator for one in self.agreements}
        return [one for one in self._in_order() if one.code in codes]

    @cached_property
    def indicators(self) -> list[Indicator]:
        """What was agreed, and whatever else there is a figure of."""
        codes = {one.indicator for one in self.agreements} | {row.indicator for row in self.shown_rows}
        return [one for one in self._in_order() if one.code in codes]

    def row(self, indicator: Indicator, partner: str | None) -> Observation | None:
        return next(
            (one for one in self.rows if (one.indicator, one.partner) == (indicator.code, partner)), None
        )

    def criterion(self, indicator: Indicator) -> CriterionStep | None:
        """The criterion at the end of the period."""
        day = parse_period(self.period).end if self.period else self.visit.publication.today
        return criterion_on(steps(self.plan.criteria, indicator.code), day)

    def told(self, indicator: Indicator) -> Status:
        """How the partner's figure stands against its criterion."""
        row = self.row(indicator, self.partner.code)
        return told_status(trend_point(row) if row else None)

    def is_known(self, indicator: Indicator) -> bool:
        row = self.row(indicator, self.partner.code)
        return row is not None and row.is_shown

    def _in_order(self) -> list[Indicator]:
        order = {goal.indicator: place for place, goal in reversed(list(enumerate(self.plan.goals)))}
        own = [one for one in self.plan.indicators.values() if not one.is_population and not one.is_reason]
        return sorted(own, key=lambda one: (order.get(one.code, len(order)), one.name.lower()))
