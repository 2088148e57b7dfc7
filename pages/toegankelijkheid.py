"""Who can use this dashboard? The accessibility statement: only what a test proves, and what is lacking."""

import dash
from dash import html
from dash.development.base_component import Component

from components.as_written import as_written
from components.format import long_date
from components.frame import page_head
from components.statement import CLAIMS, DRAWN_UP, SHORTCOMINGS
from components.tables import Column, plain_table
from pages._plan import Plan
from pages._visit import Screen, Visit, document_title, shown

PATH = "/toegankelijkheid"
dash.register_page(__name__, path=PATH, name="toegankelijkheid", title=document_title, order=20)


@shown(PATH, uses=())
def layout(visit: Visit) -> Screen:
    """The statement in the order of the model that Dutch government uses."""
    say = visit.say
    title = say("page_access.title")
    content: list[Component] = [
        page_head(title, lede=say("page_access.lede"), language=visit.language),
        _section(visit, "status", [say("page_access.status_now"), say("page_access.status_why")]),
        _section(visit, "norm", [say("page_access.norm_text")]),
        html.Section([html.H2(say("page_access.tested")), _tested(visit)], className="section explained"),
        html.Section(
            [html.H2(say("page_access.lacking")), html.P(say("page_access.lacking_lede")), _lacking(visit)],
            className="section explained",
        ),
        html.Section([html.H2(say("page_access.contact")), *_contact(visit)], className="section explained"),
        _section(visit, "drawn", [say("page_access.drawn_up", date=long_date(DRAWN_UP, visit.language))]),
    ]
    return Screen(title, content, say("page_access.scope"))


def _section(visit: Visit, key: str, lines: list[str]) -> Component:
    title = html.H2(visit.say(f"page_access.{key}"))
    return html.Section([title, *(html.P(line) for line in lines)], className="section explained")


def _tested(visit: Visit) -> Component:
    """What was tested and how; every line has a test that fails when it is no longer true."""
    heads = [Column(visit.say("page_access.what")), Column(visit.say("page_access.how"))]
    rows = [[visit.say(f"page_access.{one}_what"), visit.say(f"page_access.{one}_how")] for one in CLAIMS]
    return plain_table(heads, rows, stacked=True)


def _lacking(visit: Visit) -> Component:
    """The known shortcomings, each with its reason, another way, and what is to be done."""
    keys = ("what", "why", "instead", "plan")
    heads = [Column(visit.say(f"page_access.short_{key}")) for key in keys]
    rows = [[visit.say(f"page_access.{one}_{key}") for key in keys] for one in SHORTCOMINGS]
    return plain_table(heads, rows, stacked=True)


def _contact(visit: Visit) -> list[Component]:
    """A function to write to, never a person."""
    contact = Plan(visit).contact()
    if contact is None:
        return [html.P(visit.say("page_access.nobody"))]
    who: list[str | Component] = [
        visit.say("page_access.write_to"),
        " ",
        as_written(contact.role, visit.language),
        ", ",
        html.A(contact.address, href=f"mailto:{contact.address}"),
        ".",
    ]
    return [html.P(who), html.P(visit.say("page_access.complaint"))]
