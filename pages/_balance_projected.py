"""The balance on a projector: of every goal each year with its sign, and where it lies on its path."""

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from components.descriptions.judgement import told_status
from components.matrix import MatrixCell, cell_class
from components.states import hidden_mark, missing_mark
from components.status import path_mark, status_word
from components.tables import Column, Content, plain_table
from domain.balance import YearState
from pages._balance import Stock
from pages._balance_notes import year_notes
from pages._goal_agreed import amount_text, has_path, path_told
from pages._tree import Branch
from pages._tree_projected import name_of


def stock_projected(stock: Stock, told: str) -> Callable[[], list[html.Table]]:
    """One table: goals below each other, years beside each other."""
    return lambda: [_table(stock, told)]


def _table(stock: Stock, told: str) -> html.Table:
    say, name = stock.tree.visit.say, stock.branches[0].goal.ambition_name
    heads = [say("page_balance.goal"), say("page_balance.baseline"), *map(str, stock.years)]
    columns = [*map(Column, heads), Column(say("page_balance.target"))]
    rows = [_row(stock, one) for one in stock.branches]
    title = f"{name}: {told[:1].lower()}{told[1:]}"
    return plain_table(columns, rows, caption=title)


def _row(stock: Stock, branch: Branch) -> list[Content]:
    goal, none = branch.goal, stock.tree.visit.say("goal.no_target")
    ends = [
        html.B(amount_text(branch, one), className="aim") if one is not None else none
        for one in (goal.baseline, goal.target)
    ]
    years = [_year(stock, branch, year) for year in stock.years]
    return [[*name_of(branch), _path(stock, branch)], ends[0], *years, ends[1]]


def _path(stock: Stock, branch: Branch) -> Component:
    """Where the last year that is known lies on the path."""
    row = stock.latest(branch)
    if row is None or not has_path(branch, row):
        return html.Div()
    return html.Div(path_mark(path_told(branch, row), branch.words.language, small=True))


def _year(stock: Stock, branch: Branch, year: int) -> Content:
    """The value with the sign of its status, as in the comparison of indicators."""
    row, language = stock.figure(branch, year), branch.words.language
    if row is not None and row.suppressed:
        return hidden_mark(language, row.hidden_since)
    if row is None or not row.is_shown:
        is_ahead = stock.state(branch, year) is YearState.AHEAD
        return stock.tree.visit.say("page_balance.ahead") if is_ahead else missing_mark(language)
    status = told_status(row)
    cell = MatrixCell(row.value, row.denominator, status=status, strong=bool(row.strong))
    parts: list[Component] = [html.B(amount_text(branch, row.value)), *year_notes(branch, year)]
    if cell.is_judged:
        parts.append(html.Span(status_word(status, language), className="sr"))
    return html.Div(parts, className=cell_class(cell))
