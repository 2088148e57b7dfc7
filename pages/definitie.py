"""One indicator explained: the question it answers, how it is counted, and what was agreed about it."""

import dash
from dash import html
from dash.development.base_component import Component

from components.frame import NavItem, page_head
from domain.period import PeriodKind
from pages._apology import UnknownPlace
from pages._definition_agreed import agreements_section, breaks_section, criteria_section
from pages._definition_counted import counted_section, example_section, protection_section
from pages._plan import Plan
from pages._series import SERIES_KINDS, series
from pages._visit import Screen, Visit, document_title, shown
from queries.indicators import Indicator
from queries.trend import trend

PATH = "/methode/{code}"
dash.register_page(
    __name__, path_template="/methode/<code>", name="definitie", title=document_title, order=20
)


@shown(PATH, uses=())
def layout(visit: Visit, code: str) -> Screen:
    """The page as the plan says it; UnknownPlace when the plan has no such indicator."""
    plan = Plan(visit)
    indicator = plan.indicators.get(code)
    if indicator is None:
        raise UnknownPlace
    found = trend(visit.published, indicators=[code], kinds=[*SERIES_KINDS, PeriodKind.HORIZON])
    current = series(found, code, visit.view).current
    title = visit.say("page_definition.title", name=indicator.name, question=indicator.question)
    content: list[Component] = [
        page_head(title, lede=indicator.definition, trail=_trail(visit, indicator), language=visit.language),
        _links(visit, plan, indicator),
        counted_section(visit, indicator),
        example_section(visit, indicator, current),
        criteria_section(visit, indicator),
        breaks_section(visit, plan, indicator),
        agreements_section(visit, indicator),
        protection_section(visit, indicator, current),
    ]
    return Screen(title, content, visit.say("page_definition.scope", version=indicator.definition_version))


def _trail(visit: Visit, indicator: Indicator) -> list[NavItem]:
    return [
        NavItem(visit.say("page_method.menu"), visit.href("/methode")),
        NavItem(indicator.name, visit.here(), current=True),
    ]


def _links(visit: Visit, plan: Plan, indicator: Indicator) -> Component:
    """The figures themselves, the goal they belong to, and the rules that hold for all of them."""
    places = [(visit.say("page_definition.figures"), f"/indicatoren/{indicator.code}")]
    goal = plan.goal_of(indicator.code)
    if goal:
        name = visit.goal(goal.position, goal.name)
        places.append((name, f"/doelen/{goal.code}"))
    places.append((visit.say("page_definition.rules"), "/methode"))
    items = [html.Li(html.A(text, href=visit.href(place))) for text, place in places]
    return html.Ul(items, className="plan-links")
