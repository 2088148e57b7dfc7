"""One year of a goal in the balance: its figure, and what may be said of it as it was published."""

from dash import html
from dash.development.base_component import Component

from components.descriptions.criterion import criterion_on
from components.descriptions.judgement import told_status
from components.states import hidden_mark, provisional_tag
from components.status import movement_mark, opener, path_mark, small_number_tag, status_mark
from pages._balance_notes import year_notes
from pages._goal_agreed import amount_text, has_path, path_told
from pages._row_told import RowTold
from pages._rows import steps
from pages._tree import Branch
from queries._observation import Observation


def year_cell(branch: Branch, row: Observation) -> Component:
    """The figure with its signs, or that it is hidden; one tap anywhere on it opens all that is said."""
    if row.suppressed:
        return hidden_mark(branch.words.language, row.hidden_since)
    told = _told(branch, row).text
    tags = [small_number_tag(branch.words.language)] if row.small else []
    tags += [provisional_tag(branch.words.language)] if row.provisional else []
    parts: list[Component] = [
        html.B(amount_text(branch, row.value), className="value"),
        *tags,
        *year_notes(branch, row.start.year),
        *_messages(branch, row),
        opener(told),
    ]
    moved = " told-all--moved" if row.movement else ""
    return html.Div(parts, className=f"told-all{moved}", title=told)


def _told(branch: Branch, row: Observation) -> RowTold:
    """Beside the criterion that counted at the end of that year."""
    plan, code = branch.tree.plan, branch.indicator.code
    return RowTold(plan, branch.indicator, row, criterion_on(steps(plan.criteria, code), row.end))


def _messages(branch: Branch, row: Observation) -> list[Component]:
    """Criterion, movement and path; a series moves up to its latest year, so only that one has a movement."""
    say, language = branch.tree.visit.say, branch.words.language
    signs: list[tuple[str, Component]] = [
        ("goal.criterion", status_mark(told_status(row), language, small=True))
    ]
    if row.movement:
        signs.append(("goal.movement", movement_mark(row.movement, language, small=True)))
    signs.append(("goal.path", _path_mark(branch, row)))
    return [html.Span([html.Small(say(key)), mark]) for key, mark in signs]


def _path_mark(branch: Branch, row: Observation) -> Component:
    told = path_told(branch, row)
    if not has_path(branch, row):
        word = branch.tree.visit.say("page_balance.not_begun")
        return html.Span(word, className="status status--absent status--s")
    return path_mark(told, branch.words.language, small=True)
