"""Finds goals, indicators and partners by their names; a plain address, so that a search can be shared."""

from collections.abc import Sequence

import dash
from dash import html
from dash.development.base_component import Component

from access.gate import may_open
from components.as_written import as_written
from components.format import capital
from components.frame import NavItem, page_head
from domain.finding import Found, find
from pages._plan import Plan
from pages._visit import Screen, Visit, document_title, shown
from queries.goals import Goal
from queries.partners import partners

PATH = "/zoeken"
_KINDS = ("goal", "indicator", "partner")
dash.register_page(__name__, path=PATH, name="zoeken", title=document_title, order=30)


@shown(PATH)
def layout(visit: Visit) -> Screen:
    """What was found per kind; without words to search for, how to search."""
    asked = (visit.view.search or "").strip()
    found = {kind: find(asked, _known(visit, kind)) for kind in _KINDS if asked}
    title = _title(visit, asked, sum(map(len, found.values())))
    trail = [
        NavItem(visit.say("page_overview.menu"), visit.href("/")),
        NavItem(visit.say("search.page"), visit.here(), current=True),
    ]
    content: list[Component] = [page_head(title, trail=trail, language=visit.language)]
    content += [_section(visit, kind, members) for kind, members in found.items() if members]
    if len(content) == 1:
        content.append(html.P(visit.say("search.nothing" if asked else "search.how"), className="lede"))
    return Screen(title, [html.Div(content, className="finding")], visit.say("search.scope"))


def _known(visit: Visit, kind: str) -> list[Found]:
    """Everything of a kind that the reader may open, with the words by which it is known."""
    return [one for one in _named(visit, kind) if may_open(one.place)]


def _named(visit: Visit, kind: str) -> list[Found]:
    plan = Plan(visit)
    if kind == "goal":
        return [_goal(visit, one) for one in plan.goals]
    if kind == "indicator":
        own = [one for one in plan.indicators.values() if not one.is_reason]
        return [Found(one.name, f"/indicatoren/{one.code}", (one.definition, one.question)) for one in own]
    known = partners(visit.published, language=visit.language)
    return [Found(one.name, f"/partners/{one.code}", (one.sector, one.context or "")) for one in known]


def _goal(visit: Visit, goal: Goal) -> Found:
    """By its number and name as it stands on every page, under the ambition in which it has that number."""
    name = visit.goal(goal.position, goal.name)
    told = visit.say("search.of_ambition", ambition=goal.ambition_name, text=goal.text)
    return Found(name, f"/doelen/{goal.code}", (told,))


def _title(visit: Visit, asked: str, count: int) -> str:
    if not asked:
        return visit.say("search.title")
    key = {0: "search.none", 1: "search.one"}.get(count, "search.some")
    return visit.say(key, count=count, asked=asked)


def _told(visit: Visit, kind: str, told: str) -> html.P:
    """What a result is; the sector of a partner is in Dutch in every plan."""
    return html.P(as_written(told, visit.language) if kind == "partner" else told, className="label")


def _section(visit: Visit, kind: str, members: Sequence[Found]) -> Component:
    rows = [
        html.Li([html.A(one.name, href=visit.href(one.place)), _told(visit, kind, capital(one.told))])
        for one in members
    ]
    title = html.H2(visit.say(f"search.{kind}"), className="fig-title")
    return html.Section([title, html.Ul(rows, className="found")], className="section")
