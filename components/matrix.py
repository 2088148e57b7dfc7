"""The matrix of indicators and partners, each value beside its criterion; no ranking and no verdict.

On a phone the style sheet makes a list per indicator of it. A browser then no longer takes it for a table, so
every part says its role itself, and every cell carries the name of its column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.aria import data_label
from components.descriptions.criterion import criterion_text
from components.figures.rows import CriterionStep, Reading
from components.tables import scroll_region
from components.text import say


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What stands where an indicator and a partner meet; `state` says why a value is absent."""

    value: float | None
    n: float | None
    state: Literal["shown", "hidden", "not_measured", "not_agreed"] = "shown"
    href: str | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One indicator: the criterion beside which its values stand, and its cells in column order."""

    reading: Reading
    criterion: CriterionStep | None
    cells: Sequence[MatrixCell]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A partner (or 'Alle', which stands first behind a hairline)."""

    name: str
    href: str | None = None
    total: bool = False


def matrix(
    columns: Sequence[MatrixColumn], rows: Sequence[MatrixRow], *, name: str, language: str
) -> html.Div:
    """Indicators × partners in the order given; hidden and missing have a sign and a word."""
    first = html.Th(say("table.indicator", language), scope="col", role="columnheader")
    heads = [
        html.Th(_linked(column.name, column.href), scope="col", className=_total(column), role="columnheader")
        for column in columns
    ]
    body = [html.Tr([_matrix_head(row), *_matrix_cells(columns, row)], role="row") for row in rows]
    head = html.Thead(html.Tr([first, *heads], role="row"), role="rowgroup")
    table = html.Table(
        [head, html.Tbody(body, role="rowgroup")],
        className="matrix",
        role="table",
        style={"--columns": str(len(columns))},
    )
    return scroll_region(table, name=name, language=language)


def _matrix_head(row: MatrixRow) -> html.Th:
    prefix = f"{say('criterion.name', row.reading.language)} " if row.criterion else ""
    norm = f"{prefix}{criterion_text(row.criterion, row.reading)}"
    return html.Th([_linked(row.reading.name, row.href), html.Span(norm)], scope="row", role="rowheader")


def _matrix_cells(columns: Sequence[MatrixColumn], row: MatrixRow) -> list[html.Td]:
    return [
        html.Td(
            _matrix_cell(cell, row.reading),
            className=_total(column),
            role="cell",
            **data_label(column.name),
        )
        for column, cell in zip(columns, row.cells, strict=True)
    ]


def _matrix_cell(cell: MatrixCell, reading: Reading) -> html.Div:
    language = reading.language
    if cell.state == "hidden":
        return html.Div(html.Span(say("state.hidden", language)), className="cell cell--hidden")
    if cell.state != "shown" or cell.value is None:
        why = "not_measured" if cell.state == "shown" else cell.state
        name = "cell cell--absent cell--not-agreed" if why == "not_agreed" else "cell cell--absent"
        return html.Div(html.Span(say(f"state.{why}", language)), className=name)
    amount = written.value(cell.value, reading.unit, language, reading.decimals)
    parts: list[Component] = [html.B(_linked(amount, cell.href))]
    if cell.n is not None:
        parts.append(html.Small(say("count.n_short", language, number=written.number(cell.n, language))))
    if cell.provisional:
        parts.append(html.Small(say("table.provisional", language)))
    return html.Div(parts, className="cell cell--plain")


def _linked(text: str, href: str | None) -> Component | str:
    return html.A(text, href=href) if href else text


def _total(column: MatrixColumn) -> str:
    return "all" if column.total else ""
