"""The matrix of indicators and partners, each value with its sign against the criterion; no ranking.

On a phone the style sheet makes a list per indicator of it. A browser then no longer takes it for a table, so
every part says its role itself, and every cell carries the name of its column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.aria import data_label
from components.descriptions.criterion import criterion_line
from components.figures.rows import CriterionStep, Reading
from components.states import hidden_word
from components.status import DECIDED, MOVED, Sign, movement_note, opener, path_note, sign_of, status_word
from components.tables import scroll_region
from components.text import say
from domain.status import Status

_JUDGED = {Status.MET, Status.NOT_MET, Status.UNDECIDED}


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What stands where an indicator and a partner meet; `state` says why a value is absent.

    `status` is a word of domain.status; it fills the value where it is `strong`: it holds at 99.8 % too.
    `title` is the sentence that explains it, `movement` a word of domain.status (told where the series moves
    more than chance: a matrix that says 'no special change' in every cell hides where something happens),
    `path` another (told where it is decided), and `hidden_since` the day on which a hidden figure was hidden.
    `partners` says of how many partners together the figure is, where that differs per row.
    """

    value: float | None
    n: float | None
    state: Literal["shown", "hidden", "not_measured", "not_agreed", "none"] = "shown"
    href: str | None = None
    provisional: bool = False
    status: str = Status.NO_CRITERION
    strong: bool = False
    small: bool = False
    title: str = ""
    movement: str | None = None
    path: str | None = None
    hidden_since: date | None = None
    partners: int | None = None

    @property
    def is_judged(self) -> bool:
        """Whether chance had a say in it: a figure beside a criterion."""
        return self.state == "shown" and self.value is not None and self.status in _JUDGED


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
    norm = html.Span(criterion_line(row.criterion, row.reading))
    return html.Th([_linked(row.reading.name, row.href), norm], scope="row", role="rowheader")


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
        word = hidden_word(language, cell.hidden_since)
        return html.Div(html.Span(_linked(word, cell.href)), className="cell cell--hidden")
    if cell.state == "none":
        return html.Div(
            html.Span(say("state.none", language), className="sr"),
            className="cell cell--plain cell--not-agreed",
        )
    if cell.state != "shown" or cell.value is None:
        why = "not_measured" if cell.state == "shown" else cell.state
        name = "cell cell--absent cell--not-agreed" if why == "not_agreed" else "cell cell--absent"
        return html.Div(html.Span(_linked(say(f"state.{why}", language), cell.href)), className=name)
    amount = written.value(cell.value, reading.unit, language, reading.decimals)
    parts: list[Component] = [html.B(_linked(amount, cell.href))]
    parts += _counted(cell, reading)
    if cell.partners is not None:
        of = say("others.partners", language, number=written.number(cell.partners, language))
        parts.append(html.Small(of))
    marks = [("status.small", cell.small), ("table.provisional", cell.provisional)]
    parts += [html.Small(say(key, language)) for key, there in marks if there]
    if cell.movement in MOVED:
        parts.append(movement_note(cell.movement, language))
    if cell.path in DECIDED:
        parts.append(path_note(cell.path, language))
    said = cell.title or (_told(cell, language) if cell.is_judged else "")
    if said:
        # Who tabs through the cells comes by their links; a cell without one gets a button of its own.
        parts.append(html.Span(said, className="sr") if cell.href or not cell.title else opener(said))
    explained: dict[str, Any] = {"title": cell.title} if cell.title else {}
    return html.Div(parts, className=cell_class(cell), **explained)


def _counted(cell: MatrixCell, reading: Reading) -> list[Component]:
    """About how many the value is; below a number what it is a number of."""
    if reading.unit == "aantal" and reading.counted:
        return [html.Small(reading.counted)]
    if cell.n is None:
        return []
    count = written.number(cell.n, reading.language)
    return [html.Small(say("count.n_short", reading.language, number=count))]


def cell_class(cell: MatrixCell) -> str:
    """The class that draws the sign; nothing is drawn where there is no criterion."""
    if not cell.is_judged:
        return "cell cell--plain"
    sign = sign_of(cell.status)
    names = ["cell"] + ([] if sign is Sign.UNDECIDED else [f"cell--{sign}"])
    return " ".join([*names, "cell--strong"] if cell.strong else names)


def _told(cell: MatrixCell, language: str) -> str:
    word = status_word(cell.status, language)
    return f"{word}, {say('status.strong', language)}" if cell.strong else word


def _linked(text: str, href: str | None) -> Component | str:
    return html.A(text, href=href) if href else text


def _total(column: MatrixColumn) -> str:
    return "all" if column.total else ""
