"""What do we work towards, how, and with whom? The plan as a tree of ambitions and goals."""

from collections.abc import Callable
from itertools import groupby

import dash
from dash import html
from dash.development.base_component import Component

from components.descriptions.goal import goals_lede
from components.format import period_name
from components.frame import page_head
from components.projector_parts import on_projector
from components.states import empty_state
from components.tables import Column, plain_table
from pages._chance import goals_note
from pages._choices import bar, period_choice
from pages._goal_row import goal_cells
from pages._plan import Plan
from pages._series import SERIES_KINDS
from pages._tree import KINDS, Branch, Tree, is_population
from pages._tree_projected import goals_projected
from pages._visit import Screen, Visit, document_title, shown
from queries.periods import periods

PATH = "/doelen"
dash.register_page(__name__, path=PATH, name="doelen", title=document_title, order=2, menu="page_goals.menu")


@shown(PATH, uses=("per",))
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it; its title counts the goals that matter most."""
    tree = Tree(visit, Plan(visit))
    if not tree.branches:
        state = empty_state(visit.language, text=visit.say("page_overview.nothing"))
        return Screen(visit.say("page_goals.menu"), [state], _scope(visit))
    counted = _counted(tree)
    title = goals_lede(
        [one.path for one in counted], visit.language, are_substantive=_are_substantive(counted)
    )
    content = [
        page_head(title, label=_label(tree), choices=_choices(visit), language=visit.language),
        _links(visit),
        *(_ambition(visit, members) for members in tree.ambitions if not is_population(members)),
        *_population(visit, [members for members in tree.ambitions if is_population(members)]),
        *goals_note(visit, tree.plan, [(one.goal, one.course) for one in tree.branches]),
    ]
    provisional = any(one.point is not None and one.point.provisional for one in tree.branches)
    return Screen(title, content, _scope(visit, tree.own), provisional)


def _counted(tree: Tree) -> list[Branch]:
    """The goals that the title speaks of: the substantive ones of partners, as far as there are any."""
    of_partners = [one for one in tree.branches if not one.indicator.is_population] or tree.branches
    return [one for one in of_partners if one.goal.kind == KINDS[0]] or of_partners


def _label(tree: Tree) -> str:
    """Which goals the title is about."""
    visit, counted = tree.visit, _counted(tree)
    names = list(dict.fromkeys(one.goal.ambition_name for one in counted))
    kind = f"_{KINDS[0]}" if _are_substantive(counted) else ""
    return visit.say(f"page_goals.about{kind}", names=", ".join(names))


def _are_substantive(counted: list[Branch]) -> bool:
    return {one.goal.kind for one in counted} == {KINDS[0]}


def _links(visit: Visit) -> Component:
    """The other two views on the same plan."""
    places = [("page_goals.sheet", "/ogsm"), ("page_goals.balance", "/balans")]
    items = [html.Li(html.A(visit.say(key), href=visit.href(place))) for key, place in places]
    return html.Ul(items, className="plan-links")


def _ambition(visit: Visit, members: list[Branch]) -> Component:
    """One ambition under its own sentence; its goals per kind of result, the substantive ones first."""
    desk = html.Section([*_head(visit, members, html.H2), *_kinds(visit, members)], className="section tree")
    return on_projector(desk, goals_projected(members[0].goal.ambition_name, members))


def _population(visit: Visit, groups: list[list[Branch]]) -> list[Component]:
    """What is about all inhabitants, apart from the goals of partners."""
    if not groups:
        return []
    parts: list[Component] = [
        html.H2(visit.say("page_overview.population")),
        html.P(visit.say("page_overview.population_lede"), className="label"),
    ]
    for members in groups:
        parts += [html.Div(_head(visit, members, html.H3), className="tree-head"), *_kinds(visit, members)]
    every = [one for members in groups for one in members]
    desk = html.Section(parts, className="section tree tree--population")
    return [on_projector(desk, goals_projected(visit.say("page.population"), every))]


def _head(visit: Visit, members: list[Branch], level: Callable[..., Component]) -> list[Component]:
    goal = members[0].goal
    label = visit.say(
        "page_goals.horizon", name=goal.ambition_name, first=goal.starts_on.year, last=goal.ends_on.year
    )
    told = goals_lede([one.path for one in members], visit.language) if len(members) > 1 else ""
    parts: list[Component] = [html.P(label, className="label"), level(goal.ambition_text)]
    return [*parts, html.P(told, className="label")] if told else parts


def _kinds(visit: Visit, members: list[Branch]) -> list[Component]:
    ordered = sorted(members, key=lambda one: KINDS.index(one.goal.kind))
    return [
        _table(visit, kind, list(group)) for kind, group in groupby(ordered, key=lambda one: one.goal.kind)
    ]


def _table(visit: Visit, kind: str, members: list[Branch]) -> Component:
    """The goals of one kind, a row each."""
    heads = [Column(visit.say(f"page_goals.{one}")) for one in ("goal", "now", "told", "how", "who")]
    caption = visit.say(f"page_goals.kind_{kind}")
    rows = [goal_cells(one) for one in members]
    return html.Div(plain_table(heads, rows, caption=caption, stacked=True), className="tree-goals")


def _choices(visit: Visit) -> Component:
    return bar(visit, period_choice(visit, periods(visit.published), SERIES_KINDS))


def _scope(visit: Visit, own: str = "") -> str:
    period = visit.view.period
    shown_period = period_name(period, visit.language) if period else visit.say("page.latest_short")
    who = visit.say("page_partners.scope")
    if own:
        who = f"{who} · {visit.say('page_goals.own_only')}"
    return f"{who} · {shown_period}"
