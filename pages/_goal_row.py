"""One goal as a row of the tree: its conclusion, where it stands, how it is worked on and by whom."""

from collections import Counter

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.descriptions.counts import counted_text
from components.goal_status import goal_status
from components.states import hidden_mark, missing_mark, provisional_tag
from components.status import small_number_tag
from components.tables import Content
from domain.action import ActionState, action_state
from pages._messages import moved_of
from pages._tree import Branch


def goal_cells(branch: Branch) -> list[Content]:
    """The cells of the row, in the order of its heads."""
    return [
        _conclusion(branch),
        amount(branch),
        goal_status(branch.point, branch.told.agreed, moved_of(branch.told), branch.words),
        _how(branch),
        _who(branch),
    ]


def amount(branch: Branch) -> list[Component]:
    """The figure with its counts and period; says so where there is none."""
    point, language = branch.point, branch.words.language
    if point is None or point.suppressed or point.value is None:
        hidden = point is not None and point.suppressed
        return [hidden_mark(language, point.hidden_since) if point and hidden else missing_mark(language)]
    value = written.value(point.value, branch.words.unit, language, branch.words.decimals)
    lines = [counted_text(point, branch.words), written.period_name(point.period, language)]
    tags = [small_number_tag(language)] if point.small else []
    tags += [provisional_tag(language)] if point.provisional else []
    basis = [html.Span(line) for line in lines if line]
    return [html.B(value, className="tree-value"), html.Span([*basis, *tags], className="tree-basis")]


def _conclusion(branch: Branch) -> list[Component]:
    goal = branch.goal
    return [
        html.Span([html.B(f"{goal.position} "), goal.name], className="goal-name"),
        html.A(branch.conclusion, href=branch.href, className="tree-say"),
    ]


def _how(branch: Branch) -> list[Component]:
    """The strategies, and how many actions there are."""
    parts: list[Component] = [html.P(one.text) for one in branch.strategies]
    if not parts:
        parts = [html.P(branch.tree.visit.say("page_goals.no_strategy"), className="small")]
    return [*parts, html.P(html.A(action_count(branch), href=f"{branch.href}#acties"), className="tree-more")]


def action_count(branch: Branch) -> str:
    """'4 acties: 3 lopen, 1 is afgelopen'; 'nog geen acties' without any."""
    visit = branch.tree.visit
    today = visit.publication.today
    states = Counter(action_state(one.starts_on, one.ends_on, today) for one in branch.actions)
    if not states:
        return visit.say(f"page_goals.no_actions{branch.tree.own}")
    parts = [
        visit.say(f"page_goals.{state}_{_amount(count)}", number=count)
        for state in ActionState
        if (count := states[state])
    ]
    total = states.total()
    if total == 1:
        return visit.say(f"page_goals.action_{next(iter(states))}")
    return visit.say("page_goals.actions_some", number=total, parts=", ".join(parts))


def _who(branch: Branch) -> Component:
    """The partners that answer for the goal, by name."""
    visit = branch.tree.visit
    if not branch.promises:
        return html.P(visit.say(f"page_goals.nobody{branch.tree.own}"), className="small")
    names = {one.partner: one.partner_name for one in branch.promises}
    items = [html.Li(html.A(name, href=visit.href(f"/partners/{code}"))) for code, name in names.items()]
    return html.Ul(items, className="names")


def _amount(count: int) -> str:
    return "one" if count == 1 else "some"
