"""What is measured of one goal: its course on the horizon, and every indicator with its criterion."""

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.descriptions.criterion import criterion_text
from components.figures.rows import Point, Reading
from components.projector_parts import on_projector
from components.states import hidden_word
from components.tables import Column, Content, plain_table
from components.text import say
from pages._course_tile import course_tile
from pages._series import SERIES_KINDS, Series, kinds_in_view, series
from pages._signs import signs_of
from pages._told import Told
from pages._tree import Branch
from queries.indicators import Indicator
from queries.trend import trend


def goal_chart(branch: Branch) -> Component:
    """The values with their intervals against the agreed path, over the whole horizon."""
    return course_tile(branch.tree.visit, branch.tree.plan, branch.indicator, branch.course)


def indicators_section(branch: Branch) -> Component:
    """The indicator of the goal, and those by which its actions are to be seen."""
    visit = branch.tree.visit
    heads = [
        Column(visit.say(f"page_goal.{key}"), desk=key == "question")
        for key in ("indicator", "question", "now", "norm", "told", "movement", "path")
    ]
    rows = [_row(branch, indicator) for indicator in _indicators(branch)]
    table = plain_table(heads, rows, stacked=True)
    section = html.Section(
        [html.H2(visit.say("page_goal.indicators")), html.Div(table, className="goal-table")],
        className="section",
    )
    # The first screen of a projector already says all of a goal with one indicator.
    return on_projector(section, lambda: [table] if len(rows) > 1 else [])


def _indicators(branch: Branch) -> list[Indicator]:
    known = branch.tree.plan.indicators
    codes = [branch.indicator.code, *(one.indicator for one in branch.actions if one.indicator)]
    return [known[code] for code in dict.fromkeys(codes) if code in known]


def _course(branch: Branch, code: str) -> Series:
    visit = branch.tree.visit
    if code == branch.indicator.code:
        return branch.course
    kinds = {*SERIES_KINDS, *kinds_in_view(visit.view)}
    return series(trend(visit.published, indicators=[code], kinds=sorted(kinds)), code, visit.view)


def _stand(point: Point | None, words: Reading) -> str:
    """'79 % (2e kwartaal 2026)', or why there is no figure."""
    if point is not None and point.suppressed:
        return hidden_word(words.language, point.hidden_since)
    if point is None or point.value is None:
        return say("state.not_measured", words.language)
    amount = written.value(point.value, words.unit, words.language, words.decimals)
    return f"{amount} ({written.period_name(point.period, words.language)})"


def _row(branch: Branch, indicator: Indicator) -> list[Content]:
    visit = branch.tree.visit
    told = Told(visit, branch.tree.plan, indicator, _course(branch, indicator.code), None)
    signs = signs_of(told)
    return [
        html.A(indicator.name, href=visit.href(f"/indicatoren/{indicator.code}")),
        html.Div([indicator.question, html.Br(), _definition_link(branch, indicator)]),
        _stand(told.point, told.words),
        criterion_text(told.agreed.criterion, told.words),
        signs.criterion,
        signs.movement,
        signs.path,
    ]


def _definition_link(branch: Branch, indicator: Indicator) -> Component:
    visit = branch.tree.visit
    return html.A(visit.say("page_goal.definition"), href=visit.href(f"/methode/{indicator.code}"))
