"""A partner on a projector: the indicators of its goals, and where else a criterion is not met."""

from collections.abc import Callable

from dash import html

from components.tables import Column, Content, plain_table
from domain.status import Status
from pages._own import Own
from pages._own_table import counted_amount, strip_of, told_of
from queries.indicators import Indicator


def own_projected(own: Own) -> Callable[[], list[html.Table]]:
    """One table; what stays at the desk is said in its last row."""
    return lambda: [_table(own)]


def _table(own: Own) -> html.Table:
    visit = own.visit
    shown = [one for one in own.indicators if _is_of_meeting(own, one)] or own.indicators
    columns = [
        Column(visit.say("table.indicator")),
        Column(visit.say("page_partner.value")),
        Column(visit.say("page_partner.margin")),
        Column(visit.say("page_partner.told")),
    ]
    table = plain_table(
        columns, [_row(own, one) for one in shown], caption=visit.say("page_partner.indicators")
    )
    others = len(own.indicators) - len(shown)
    said = (
        visit.say("page_partner.at_desk", count=others) if others else visit.say("page_partner.at_desk_all")
    )
    table.children[-1].children.append(html.Tr(html.Td(said, colSpan=len(columns))))
    return table


def _is_of_meeting(own: Own, indicator: Indicator) -> bool:
    return own.plan.goal_of(indicator.code) is not None or own.told(indicator) == Status.NOT_MET


def _row(own: Own, indicator: Indicator) -> list[Content]:
    goal, row = own.plan.goal_of(indicator.code), own.row(indicator, own.partner.code)
    below = [own.visit.goal(goal.position, goal.name)] if goal else []
    return [
        [indicator.name, *(html.Span(one, className="row-note") for one in below)],
        counted_amount(own, indicator, row),
        strip_of(own, indicator, row),
        told_of(own, indicator, row),
    ]
