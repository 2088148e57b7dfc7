"""The tables of the A4: the goals that matter most beside each other, the others in lines below them."""

from collections.abc import Callable, Sequence
from itertools import groupby
from math import ceil

from dash import html
from dash.development.base_component import Component

from components.format import period_short
from domain.action import ActionState, action_state
from pages._sheet_cells import Cells, goal_line, now_line, now_text, outcome_text
from pages._tree import KINDS, Branch, Tree, is_population
from queries.actions import Action

WIDEST = 6  # goals beside each other that can still be read on paper


def sheet_tables(tree: Tree) -> list[Component]:
    """The substantive goals of partners as columns; their conditions and all inhabitants as lines."""
    wide, rest = large_goals(tree)
    return [*(_columns(tree, part) for part in _parts(wide)), *([_lines(tree, rest)] if rest else [])]


def large_goals(tree: Tree) -> tuple[list[Branch], list[Branch]]:
    """The goals that stand large, and all others."""
    of_partners = [one for group in tree.ambitions if not is_population(group) for one in group]
    everyone = [one for group in tree.ambitions if is_population(group) for one in group]
    wide = [one for one in of_partners if one.goal.kind == KINDS[0]] or everyone
    return wide, [one for one in [*of_partners, *everyone] if one not in wide]


def _parts(members: Sequence[Branch]) -> list[Sequence[Branch]]:
    """As few tables as the width of the paper allows, of about the same size."""
    if not members:
        return []
    size = ceil(len(members) / ceil(len(members) / WIDEST))
    return [members[start : start + size] for start in range(0, len(members), size)]


def _columns(tree: Tree, members: Sequence[Branch]) -> Component:
    """One table; its heads come back on a next page."""
    period = _shared_period(members)
    now = tree.visit.say("page_ogsm.now") + (
        f" {period_short(period, tree.visit.language)}" if period else ""
    )
    rows: list[tuple[str, str, str, Callable[[Branch], Cells]]] = [
        ("strategy", "S", tree.visit.say("page_ogsm.strategy"), _strategies),
        ("measures", "M", tree.visit.say("page_ogsm.measures"), sheet_actions),
        ("outcome", "", tree.visit.say("page_ogsm.outcome"), outcome_text),
        ("line", "", tree.visit.say("page_ogsm.line_short"), goal_line),
        ("now", "", now, now_line if period is None else now_text),
    ]
    body = [
        html.Tr([_side(letter, word), *(html.Td(cell(one)) for one in members)], className=f"a4-{key}")
        for key, letter, word, cell in rows
    ]
    goals = html.Tr(
        [
            _side("G", tree.visit.say("page_ogsm.goal")),
            *(html.Th(_name(one), scope="col") for one in members),
        ],
        className="a4-goal",
    )
    columns = html.Colgroup([html.Col(className="a4-side"), *(html.Col() for _ in members)])
    heads = [*_objectives(tree, members), goals]
    return html.Table([columns, html.Thead(heads), html.Tbody(body)], className="a4-table")


def _objectives(tree: Tree, members: Sequence[Branch]) -> list[Component]:
    """The objectives above their goals; the first of the plan is already the title of the sheet."""
    if {one.goal.ambition for one in members} == {tree.ambitions[0][0].goal.ambition}:
        return []
    cells: list[Component] = [_side("O", tree.visit.say("page_ogsm.objective"))]
    for _, group in groupby(members, key=lambda one: one.goal.ambition):
        own = list(group)
        cells.append(html.Th(own[0].goal.ambition_text, scope="colgroup", colSpan=len(own)))
    return [html.Tr(cells, className="a4-ambition")]


def _lines(tree: Tree, members: Sequence[Branch]) -> Component:
    """A line per goal, per ambition under its objective."""
    say = tree.visit.say
    named = [("G", "goal"), ("S", "strategy"), ("M", "measures"), ("", "outcome"), ("", "line"), ("", "now")]
    heads = [_side(letter, say(f"page_ogsm.{key}"), scope="col") for letter, key in named]
    bodies = [
        html.Tbody([*_objective(tree, own), *(_line(one) for one in own)])
        for own in (list(group) for _, group in groupby(members, key=lambda one: one.goal.ambition))
    ]
    return html.Table([html.Thead(html.Tr(heads)), *bodies], className="a4-table a4-lines")


def _objective(tree: Tree, own: Sequence[Branch]) -> list[Component]:
    first = own[0]
    if first.goal.ambition == tree.ambitions[0][0].goal.ambition:
        return []
    whom = f" · {tree.visit.say('page.population')}" if first.indicator.is_population else ""
    cell = html.Th(
        [html.B("O", className="letter"), " ", html.B(first.goal.ambition_text), whom],
        colSpan=6,
        scope="rowgroup",
    )
    return [html.Tr(cell, className="a4-ambition")]


def _line(branch: Branch) -> Component:
    cells = [
        _strategies(branch), sheet_actions(branch), outcome_text(branch), goal_line(branch),
        now_line(branch),
    ]  # fmt: skip
    return html.Tr([html.Th(_name(branch), scope="row"), *(html.Td(cell) for cell in cells)])


def _side(letter: str, word: str, *, scope: str = "row") -> Component:
    """The name of a row or column, with its letter."""
    parts: list[str | Component] = [html.B(letter, className="letter"), " ", word] if letter else [word]
    return html.Th(parts, scope=scope)


def _name(branch: Branch) -> Cells:
    number = html.Span(branch.goal.position, className="no")
    return [number, " ", html.A(branch.goal.name, href=branch.href)]


def _shared_period(members: Sequence[Branch]) -> str | None:
    """The period that all figures are of, when it is one."""
    known = {one.point.period if one.point else "" for one in members}
    return known.pop() if len(known) == 1 and "" not in known else None


def _strategies(branch: Branch) -> Cells:
    found: Cells = [html.P(one.text) for one in branch.strategies]
    return found or [branch.tree.visit.say("page_goals.no_strategy")]


def sheet_actions(branch: Branch, between: str = " ") -> Cells:
    """Every action with who leads it; its state where it does not just go on."""
    if not branch.actions:
        return [branch.tree.visit.say(f"page_goals.no_actions{branch.tree.own}")]
    return [html.Ul([html.Li([one.name, between, html.Span(_about(branch, one))]) for one in branch.actions])]


def _about(branch: Branch, action: Action) -> str:
    visit = branch.tree.visit
    state = action_state(action.starts_on, action.ends_on, visit.publication.today)
    owner = branch.tree.owner(action)
    if state is ActionState.RUNNING:
        return owner
    return f"{owner} · {visit.say(f'page_ogsm.{state}', year=action.starts_on.year)}"
