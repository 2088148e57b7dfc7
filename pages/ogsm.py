"""The whole plan on one A4, landscape: objective, goals, strategies, measures, and where they stand."""

import dash
from dash import html
from dash.development.base_component import Component

from components import format as written
from components.aria import aria
from components.as_written import as_written
from components.projector_parts import on_projector
from components.states import empty_state
from pages._chance import goals_note
from pages._choices import bar, period_choice
from pages._plan import Plan
from pages._series import SERIES_KINDS
from pages._sheet import sheet_tables
from pages._sheet_projected import sheet_projected
from pages._tree import Tree
from pages._visit import Screen, Visit, document_title, shown
from queries.periods import periods

PATH = "/ogsm"
dash.register_page(__name__, path=PATH, name="ogsm", title=document_title, order=20)


@shown(PATH, uses=("per",))
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it; on paper only the sheet is left."""
    tree = Tree(visit, Plan(visit))
    name = visit.say("page_ogsm.title")
    if not tree.branches:
        return Screen(name, [empty_state(visit.language, text=visit.say("page_overview.nothing"))], name)
    title = f"{tree.ambitions[0][0].goal.ambition_text}. {name}"
    provisional = any(one.point is not None and one.point.provisional for one in tree.branches)
    sheet = html.Div(
        [
            _head(tree),
            *sheet_tables(tree),
            _foot(tree, provisional=provisional),
        ],
        className="a4",
    )
    region = html.Div(
        sheet,
        className="scroll a4-desk",
        role="region",
        tabIndex="0",
        **aria(label=visit.say("page_ogsm.region")),
    )
    period = visit.view.period
    scope = written.period_name(period, visit.language) if period else visit.say("page.latest_short")
    region = on_projector(region, lambda: sheet_projected(tree))
    chance = goals_note(visit, tree.plan, [(one.goal, one.course) for one in tree.branches])
    content = [_bar(visit), region, *chance]
    return Screen(title, content, f"{visit.say('page_partners.scope')} · {scope}", provisional)


def _bar(visit: Visit) -> Component:
    """What stands above the sheet on the screen and not on paper."""
    links = [
        html.A(visit.say("page_ogsm.tree"), href=visit.href("/doelen")),
        html.Span(visit.say("page_ogsm.print")),
    ]
    sentence = bar(visit, period_choice(visit, periods(visit.published), SERIES_KINDS))
    return html.Div([html.P(links, className="label"), sentence], className="head-top a4-bar")


def _head(tree: Tree) -> Component:
    """The first objective as title, with the names of all and whom to ask."""
    visit, first = tree.visit, tree.ambitions[0][0].goal
    names = [members[0].goal.ambition_name for members in tree.ambitions]
    years = {
        "first": min(one.goal.starts_on for one in tree.branches).year,
        "last": max(one.goal.ends_on for one in tree.branches).year,
    }
    label: list[str | Component] = [visit.say("page_ogsm.label", names=_listed(names, visit), **years)]
    if visit.publication.fictional:
        label += [" · ", html.B(visit.say("frame.fictional"))]
    contact = tree.plan.contact()
    about = [
        visit.say("page_ogsm.contact"),
        *([as_written(contact.role, visit.language), f", {contact.address}"] if contact else
          [visit.say("goal.no_contact")]),
    ]  # fmt: skip
    title = html.Div([html.Span("O", className="letter"), html.H1(first.ambition_text)], className="a4-title")
    return html.Header([html.P(label, className="q"), html.P(about, className="q"), title])


def _foot(tree: Tree, *, provisional: bool) -> Component:
    """Which version this is, what the signs mean, and when the plan is evaluated."""
    visit = tree.visit
    made = visit.publication
    said = visit.say(
        "frame.publication",
        version=made.version.lstrip("0") or "0",
        date=written.long_date(made.published_at.date(), visit.language),
    )
    version = f"{said}, {visit.say('frame.provisional')}" if provisional else said
    last = max(one.goal.ends_on for one in tree.branches)
    parts = [
        version,
        visit.say("page_ogsm.signs"),
        visit.say("page_ogsm.evaluated", date=written.long_date(last, visit.language)),
    ]
    return html.Footer([html.Span(part) for part in parts])


def _listed(names: list[str], visit: Visit) -> str:
    """'Meedoen, School en Gezond'."""
    if len(names) == 1:
        return names[0]
    return visit.say("page_ogsm.names", names=", ".join(names[:-1]), last=names[-1])
