"""What a partner's page is about: its goals and indicators beside their criteria and all partners."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dash import html
from dash.development.base_component import Component

from components.descriptions.counts import count_text
from components.descriptions.criterion import criterion_on, criterion_text
from components.format import period_name, value
from components.states import hidden_mark, missing_mark
from components.tables import Column, plain_table, scroll_region
from domain.period import parse_period
from pages._plan import Plan
from pages._rows import reading, steps
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

    def is_known(self, indicator: Indicator) -> bool:
        row = self.row(indicator, self.partner.code)
        return row is not None and row.is_shown

    def _in_order(self) -> list[Indicator]:
        order = {goal.indicator: place for place, goal in reversed(list(enumerate(self.plan.goals)))}
        own = [one for one in self.plan.indicators.values() if not one.is_population and not one.is_reason]
        return sorted(own, key=lambda one: (order.get(one.code, len(order)), one.name.lower()))


def indicator_table(own: Own, *, className: str) -> Component:  # noqa: N803
    """Every indicator of the partner with value, count, criterion and all partners together."""
    visit = own.visit
    heads = [
        Column(visit.say("table.indicator")),
        Column(visit.say("page_partner.value"), number=True),
        Column(visit.say("page_partner.n"), number=True),
        Column(visit.say("page_partner.criterion")),
        Column(visit.say("page_partner.all"), number=True),
    ]
    title = visit.say("page_partner.indicators")
    period = period_name(own.period, visit.language) if own.period else ""
    table = plain_table(heads, [_row(own, one) for one in own.indicators], stacked=True)
    return html.Section(
        [
            html.H2(title, className="fig-title"),
            html.P(visit.say("page_partner.indicators_sub", period=_capital(period)), className="fig-sub"),
            scroll_region(table, name=title, language=visit.language),
        ],
        className=f"section {className}",
    )


def _row(own: Own, indicator: Indicator) -> list[str | Component | list[Component | str]]:
    visit, words = own.visit, reading(indicator, own.visit.language)
    row = own.row(indicator, own.partner.code)
    goal = own.plan.goal_of(indicator.code)
    link = html.A(indicator.name, href=visit.href(f"/indicatoren/{indicator.code}", partner=own.partner.code))
    head: list[Component | str] = [link]
    if goal:
        name = visit.say("page_indicator.trail_goal", number=goal.position, name=goal.name)
        head.append(html.Span(name, className="row-goal"))
    counted = count_text(row, words) if row and row.is_shown else ""
    return [
        head,
        _amount(visit, indicator, row),
        counted,
        _criterion(own, indicator),
        _amount(visit, indicator, own.row(indicator, None)),
    ]


def _amount(visit: Visit, indicator: Indicator, row: Observation | None) -> list[Component | str]:
    if row is None or row.value is None:
        return [hidden_mark(visit.language) if row and row.suppressed else missing_mark(visit.language)]
    amount = value(row.value, indicator.unit, visit.language, indicator.decimals)
    return [html.B(amount)]


def _criterion(own: Own, indicator: Indicator) -> str:
    day = parse_period(own.period).middle if own.period else own.visit.publication.today
    norm = criterion_on(steps(own.plan.criteria, indicator.code), day)
    return criterion_text(norm, reading(indicator, own.visit.language))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
