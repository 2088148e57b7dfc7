"""The goals on a projector: where they stand, and what is done about them by whom."""

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component

from components.descriptions.counts import count_text, interval_text
from components.descriptions.criterion import criterion_line
from components.descriptions.goal import goals_lede
from components.descriptions.movement import told_movement
from components.format import value
from components.states import hidden_mark, missing_mark
from components.status import movement_mark, path_mark, small_number_tag, status_mark
from components.tables import Column, Content, plain_table
from pages._goal_row import action_count
from pages._tree import Branch

Tables = Callable[[], Sequence[html.Table]]
Cells = list[str | Component]


def goals_projected(name: str, members: Sequence[Branch]) -> Tables:
    """Two tables: the stand of the goals with what is told of it as title, and how they are worked on."""
    return lambda: [standing_table(name, members), _work_table(name, members)]


def standing_table(name: str, members: Sequence[Branch]) -> html.Table:
    """Every goal with its figure, against its criterion, where its series goes, and on its path."""
    visit = members[0].tree.visit
    keys = ("page_goals.goal", "page_goals.now", "goal.criterion", "goal.movement", "goal.path")
    rows: list[list[Content]] = [
        [_named(one, members), stand_of(one), [criterion, _norm(one)], movement, path]
        for one in members
        for criterion, movement, path in [marks_of(one)]
    ]
    told = goals_lede([one.path for one in members], visit.language)
    title = f"{name}: {told[:1].lower()}{told[1:]}" if name else told
    return plain_table([Column(visit.say(key)) for key in keys], rows, caption=title)


def _work_table(name: str, members: Sequence[Branch]) -> html.Table:
    visit = members[0].tree.visit
    heads = [Column(visit.say(f"page_goals.{key}")) for key in ("goal", "how", "who")]
    rows: list[list[Content]] = [
        [_named(one, members), _strategy_of(one), _partners_of(one)] for one in members
    ]
    return plain_table(heads, rows, caption=visit.say("page_goals.work", name=name))


def _named(branch: Branch, members: Sequence[Branch]) -> Cells:
    """Number and name; the name and the ambition where goals of several stand in one table."""
    if len({one.goal.ambition for one in members}) == 1:
        return name_of(branch)
    return [branch.goal.name, html.Span(branch.goal.ambition_name, className="row-note")]


def name_of(branch: Branch) -> Cells:
    """Number and name."""
    return [html.Span(f"{branch.goal.position} ", className="no"), branch.goal.name]


def stand_of(branch: Branch, *, apart: str = "") -> Cells:
    """The figure with its margin, and how many it counts: on a line of its own or `apart` on the same."""
    point, words = branch.point, branch.words
    if point is None or point.suppressed or point.value is None:
        hidden = point is not None and point.suppressed
        return [hidden_mark(words.language) if hidden else missing_mark(words.language)]
    amount = value(point.value, words.unit, words.language, words.decimals)
    tags = [html.Div(small_number_tag(words.language))] if point.small else []
    counted = count_text(point, words)
    margin = interval_text(point, words)
    stand: Cells = [html.B(amount), *([f" ({margin})"] if margin else [])]
    return [*stand, f"{apart}{counted}" if apart and counted else html.Div(counted), *tags]


def _norm(branch: Branch) -> Component:
    return html.Span(criterion_line(branch.told.agreed.criterion, branch.words), className="row-note")


def marks_of(branch: Branch) -> tuple[Component, Component, Component]:
    """Criterion, movement and path, the same size."""
    language, moved = branch.words.language, told_movement(branch.course.points)
    return (
        status_mark(branch.status, language, small=True),
        movement_mark(moved, language, small=True),
        path_mark(branch.path, language, small=True),
    )


def _strategy_of(branch: Branch) -> Content:
    lines = [html.P(one.text) for one in branch.strategies]
    return [
        *(lines or [html.P(branch.tree.visit.say("page_goals.no_strategy"))]),
        html.P(action_count(branch)),
    ]


def _partners_of(branch: Branch) -> str:
    names = dict.fromkeys(one.partner_name for one in branch.promises)
    return ", ".join(names) or branch.tree.visit.say(f"page_goals.nobody{branch.tree.own}")
