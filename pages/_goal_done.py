"""What is done about one goal: per strategy its actions, and what each partner promised."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.as_written import as_written
from components.format import short_date
from components.tables import Column, Content, plain_table
from pages._effect import effect_text
from pages._goal_row import action_count
from pages._tree import Branch
from queries.action_effects import action_effects
from queries.actions import Action


def actions_section(branch: Branch) -> Component:
    """Every strategy in its own words with its actions below; the other actions at the end."""
    visit = branch.tree.visit
    groups: list[tuple[str | None, list[Action]]] = [
        (one.text, [each for each in branch.actions if each.strategy == one.code])
        for one in branch.strategies
    ]
    known = {one.code for one in branch.strategies}
    others = [one for one in branch.actions if one.strategy not in known]
    if others or not groups:
        groups.append((None, others))
    title = html.H2(visit.say("page_goal.actions"))
    lede = html.P(action_count(branch), className="label")
    parts = [part for strategy, found in groups for part in _strategy(branch, strategy, found)]
    note = [html.P(visit.say("page_goal.effect_note"), className="small")] if branch.actions else []
    return html.Section([title, lede, *parts, *note], id="acties", className="section goal-actions")


def _strategy(branch: Branch, strategy: str | None, found: Sequence[Action]) -> list[Component]:
    visit = branch.tree.visit
    parts: list[Component] = []
    if strategy:
        label = html.Span(visit.say("page_goal.strategy"), className="label")
        parts.append(html.H3([label, strategy]))
    if not found:
        return [*parts, html.P(visit.say(f"page_goal.no_actions{branch.tree.own}"), className="note")]
    heads = [
        Column(visit.say(f"page_goal.{key}"))
        for key in ("action", "owner", "begins", "ends", "state", "effect")
    ]
    table = plain_table(heads, [_row(branch, one) for one in found], stacked=True)
    return [*parts, html.Div(table, className="goal-table goal-table--actions")]


def _row(branch: Branch, action: Action) -> list[Content]:
    """One action; its effect is that on the figures of all partners together."""
    visit, tree = branch.tree.visit, branch.tree
    ends = short_date(action.ends_on, visit.language) if action.ends_on else visit.say("page_goal.no_end")
    contact = next((one for one in tree.plan.contacts if one.action == action.code), None)
    owner: list[str | Component] = [tree.owner(action)]
    if contact:
        role = html.A(as_written(contact.role, visit.language), href=f"mailto:{contact.address}")
        owner += [html.Br(), role]
    return [
        action.name,
        html.Div(owner),
        short_date(action.starts_on, visit.language),
        ends,
        tree.action_word(action),
        _effect(branch, action),
    ]


def _effect(branch: Branch, action: Action) -> str:
    tree = branch.tree
    found = action_effects(tree.visit.published, action=action.code)
    together = next((one for one in found if one.partner is None), None)
    indicator = tree.plan.indicators.get(together.indicator) if together else None
    if together is None or indicator is None:
        return tree.visit.say("page_goal.no_effect")
    return effect_text(tree.visit, indicator, together)


def partners_section(branch: Branch) -> Component:
    """Which partner answers for the goal, and what it promised."""
    visit = branch.tree.visit
    title = html.H2(visit.say("page_goal.partners"))
    if not branch.promises:
        return html.Section(
            [title, html.P(visit.say(f"page_goal.no_partners{branch.tree.own}"), className="note")],
            className="section",
        )
    heads = [Column(visit.say("page_goal.partner")), Column(visit.say("page_goal.promise"))]
    rows: list[list[Content]] = [
        [html.A(one.partner_name, href=visit.href(f"/partners/{one.partner}")), one.promise]
        for one in branch.promises
    ]
    lede = html.P(visit.say("page_goal.together"), className="label")
    return html.Section(
        [title, lede, html.Div(plain_table(heads, rows), className="goal-table goal-table--promises")],
        className="section",
    )
