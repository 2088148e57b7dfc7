"""HTML tables: the twin of a figure, plain lists of figures, and the matrix of indicators and partners."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.descriptions.criterion import criterion_on, criterion_text
from components.figures.rows import CriterionStep, Point, Reading, ReasonCount, SplitValue
from components.text import say

Content = str | Component | Sequence[str | Component]


@dataclass(frozen=True, slots=True)
class Column:
    """A column head; numbers stand right."""

    title: str
    number: bool = False


def plain_table(
    columns: Sequence[Column], rows: Sequence[Sequence[Content]], *, caption: str | None = None
) -> html.Table:
    """A table whose first column names the row."""
    heads = [html.Th(column.title, scope="col", className=_side(column)) for column in columns]
    body = [html.Tr([_cell(columns[place], content, place) for place, content in enumerate(row)]) for row in rows]
    parts: list[Component] = [html.Caption(caption)] if caption else []
    return html.Table([*parts, html.Thead(html.Tr(heads)), html.Tbody(body)], className="table-plain")


def scroll_region(table: Component, *, name: str, language: str) -> html.Div:
    """A region that scrolls sideways by itself, also by keyboard."""
    label = f"{name}, {say('figure.scroll_hint', language)}"
    return html.Div(table, className="scroll", role="region", tabIndex="0", **{"aria-label": label})


def trend_table(
    points: Sequence[Point], *, reading: Reading, criterion: Sequence[CriterionStep] = ()
) -> html.Table:
    """The twin of a trend: newest period first, with the criterion that was valid then."""
    language = reading.language
    columns = [
        Column(say("table.period", language)),
        Column(reading.name, number=True),
        *_count_columns(reading),
        Column(say("table.criterion", language)),
        Column(say("table.remark", language)),
    ]
    newest_first = sorted(points, key=lambda point: point.middle, reverse=True)
    return plain_table(columns, [_trend_row(point, reading, criterion) for point in newest_first])


def split_table(rows: Sequence[SplitValue], *, reading: Reading, split: str) -> html.Table:
    """The twin of values per group; `split` names the first column."""
    columns = [
        Column(split),
        Column(reading.name, number=True),
        *_count_columns(reading),
        Column(say("table.remark", reading.language)),
    ]
    return plain_table(columns, [_split_row(row, reading) for row in rows])


def reasons_table(rows: Sequence[ReasonCount], *, language: str) -> html.Table:
    """The twin of the reasons of ending."""
    columns = [
        Column(say("table.reason", language)),
        Column(say("table.count", language), number=True),
        Column(say("table.share", language), number=True),
    ]
    return plain_table(columns, [_reason_row(row, language) for row in rows])


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
    """One indicator: its reading, the criterion beside which its values stand, and its cells in column order."""

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


def matrix(columns: Sequence[MatrixColumn], rows: Sequence[MatrixRow], *, name: str, language: str) -> html.Div:
    """Indicators × partners in the order given, in a scroll region; hidden and missing have a sign and a word."""
    first = html.Th(say("table.indicator", language), scope="col")
    heads = [html.Th(_linked(column.name, column.href), scope="col", className=_total(column)) for column in columns]
    body = [html.Tr([_matrix_head(row), *_matrix_cells(columns, row)]) for row in rows]
    table = html.Table([html.Thead(html.Tr([first, *heads])), html.Tbody(body)], className="matrix")
    table.style = {"--columns": str(len(columns))}
    return scroll_region(table, name=name, language=language)


def _matrix_head(row: MatrixRow) -> html.Th:
    prefix = f"{say('criterion.name', row.reading.language)} " if row.criterion else ""
    norm = f"{prefix}{criterion_text(row.criterion, row.reading)}"
    return html.Th([_linked(row.reading.name, row.href), html.Span(norm)], scope="row")


def _matrix_cells(columns: Sequence[MatrixColumn], row: MatrixRow) -> list[html.Td]:
    return [
        html.Td(_matrix_cell(cell, row.reading), className=_total(column))
        for column, cell in zip(columns, row.cells, strict=True)
    ]


def _matrix_cell(cell: MatrixCell, reading: Reading) -> html.Div:
    language = reading.language
    if cell.state == "hidden":
        return html.Div(html.Span(say("state.hidden", language)), className="cell cell--hidden")
    if cell.state != "shown" or cell.value is None:
        why = "not_measured" if cell.state == "shown" else cell.state
        return html.Div(html.Span(say(f"state.{why}", language)), className="cell cell--absent")
    amount = written.value(cell.value, reading.unit, language, reading.decimals)
    parts: list[Component] = [html.B(_linked(amount, cell.href))]
    if cell.n is not None:
        parts.append(html.Small(say("count.n_short", language, number=written.number(cell.n, language))))
    if cell.provisional:
        parts.append(html.Small(say("table.provisional", language)))
    return html.Div(parts, className="cell cell--plain")


def _trend_row(point: Point, reading: Reading, criterion: Sequence[CriterionStep]) -> list[Content]:
    step = criterion_on(criterion, point.middle)
    return [
        written.period_name(point.period, reading.language),
        _amount(point.value, point.suppressed, reading),
        *_counts(point.numerator, point.denominator, point.suppressed, reading),
        criterion_text(step, reading),
        _remark(point.suppressed, point.provisional, reading.language),
    ]


def _split_row(row: SplitValue, reading: Reading) -> list[Content]:
    return [
        row.label,
        _amount(row.value, row.suppressed, reading),
        *_counts(row.numerator, row.denominator, row.suppressed, reading),
        _remark(row.suppressed, row.provisional, reading.language),
    ]


def _reason_row(row: ReasonCount, language: str) -> list[Content]:
    if row.count is None:
        state = "state.hidden" if row.suppressed else "state.not_measured"
        return [row.label, say(state, language), ""]
    share = "" if row.share is None else written.percentage(row.share, language)
    return [row.label, written.number(row.count, language), share]


def _count_columns(reading: Reading) -> list[Column]:
    if reading.unit == "procent":
        keys = ("table.numerator", "table.denominator")
    else:
        keys = ("table.n",)
    return [Column(say(key, reading.language), number=True) for key in keys]


def _counts(
    numerator: float | None, denominator: float | None, suppressed: bool, reading: Reading
) -> list[Content]:
    shown = (numerator, denominator) if reading.unit == "procent" else (denominator,)
    if suppressed:
        return [say("state.hidden", reading.language) for _ in shown]
    return ["" if count is None else written.number(count, reading.language) for count in shown]


def _amount(amount: float | None, suppressed: bool, reading: Reading) -> str:
    if suppressed:
        return say("state.hidden", reading.language)
    if amount is None:
        return say("state.not_measured", reading.language)
    places = written.decimals_of(reading.unit, reading.decimals)
    exact = places + 1 if reading.unit == "procent" else places
    return written.value(amount, reading.unit, reading.language, exact)


def _remark(suppressed: bool, provisional: bool, language: str) -> str:
    if suppressed:
        return say("state.hidden_long", language)
    return say("table.provisional", language) if provisional else ""


def _linked(text: str, href: str | None) -> Component | str:
    return html.A(text, href=href) if href else text


def _cell(column: Column, content: Content, place: int) -> Component:
    if place == 0:
        return html.Th(content, scope="row")
    return html.Td(content, className=_side(column))


def _side(column: Column) -> str:
    return "num" if column.number else ""


def _total(column: MatrixColumn) -> str:
    return "all" if column.total else ""
