"""What the A4 says of one goal: its outcome and criterion, its path, and where it stands."""

from dash import html
from dash.development.base_component import Component

from components.descriptions.counts import count_text
from components.descriptions.criterion import criterion_text
from components.descriptions.movement import told_movement
from components.format import axis_value, period_short
from components.status import DECIDED, MOVED, movement_note, path_word, sign_of, status_mark
from pages._goal_agreed import amount_text
from pages._tree import Branch

Cells = list[str | Component]


def outcome_text(branch: Branch) -> Cells:
    """The indicator with the criterion that counts in the period shown."""
    norm = criterion_text(branch.told.agreed.criterion, branch.words)
    said = branch.tree.visit.say("page_ogsm.norm", criterion=norm)
    return [html.B(branch.indicator.name), " ", html.Span(said, className="q nb")]


def goal_line(branch: Branch) -> Cells:
    """Baseline, milestones and target on the dashed line of the path."""
    visit, goal, words = branch.tree.visit, branch.goal, branch.words
    between = [
        axis_value(one.value, words.unit, words.language, words.decimals)
        for one in branch.tree.plan.milestones
        if one.goal == goal.code
    ]
    first, last = (
        amount_text(branch, value) or visit.say("goal.no_target") for value in (goal.baseline, goal.target)
    )
    parts = [
        html.Span(first),
        html.Span(" · ".join(between) or "\u00a0", className="way"),
        html.B(last, className="aim"),
    ]
    return [html.Div(parts, className="a4-path")]


def now_text(branch: Branch) -> Cells:
    """In a column: the figure with its sign large, and below that its counts and its path."""
    value, basis, mark, path = _parts(branch, with_period=False)
    if value is None:
        return [mark, " ", path]
    return [html.Div([value, mark, *_moved(branch)]), html.Div([basis, " · ", path], className="q")]


def now_line(branch: Branch) -> Cells:
    """In a line: the figure with counts and period, and below that its sign and its path."""
    value, basis, mark, path = _parts(branch, with_period=True)
    if value is None:
        return [mark, " ", path]
    return [html.Div([value, html.Span(basis, className="q")]), html.Div([mark, path, *_moved(branch)])]


def _moved(branch: Branch) -> Cells:
    """Where the series goes, if it moves more than by chance; a word for everything else has no room here."""
    told = told_movement(branch.course.points)
    return [" ", movement_note(told, branch.words.language)] if told in MOVED else []


def _parts(branch: Branch, *, with_period: bool) -> tuple[Component | None, str, Component, Component]:
    """The figure (None where there is none to show), its counts, its sign and its path."""
    point, language = branch.point, branch.words.language
    mark = status_mark(branch.status, language, small=True)
    said = branch.tree.visit.say("page_ogsm.path", path=path_word(branch.path, language).lower())
    sign = f" moves moves--path moves--{sign_of(branch.path)}" if branch.path in DECIDED else ""
    path = html.Span(said, className=f"q{sign}")
    if point is None or point.suppressed or point.value is None:
        return None, "", mark, path
    period = period_short(point.period, language) if with_period else ""
    basis = ", ".join(filter(None, [count_text(point, branch.words), period]))
    return html.B(amount_text(branch, point.value), className="value"), basis, mark, path
