"""HTML tables: plain ones, and the twins of the figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.aria import aria, data_label
from components.descriptions.counts import exact_decimals, interval_text
from components.descriptions.criterion import criterion_label, criterion_on, criterion_text
from components.descriptions.funnel import funnel_place, unit_amounts
from components.descriptions.trend import expected_period
from components.figures.expected import possible
from components.figures.funnel_rows import FunnelOptions, Unit
from components.figures.rows import (
    CriterionStep,
    Expected,
    Mark,
    Point,
    Reading,
    ReasonCount,
    SplitValue,
)
from components.frozen import frozen
from components.states import hidden_word
from components.text import say

Content = str | Component | Sequence[str | Component]


@dataclass(frozen=True, slots=True)
class Column:
    """A column head; numbers stand right, and what is for the `desk` is left out on a projector."""

    title: str
    number: bool = False
    desk: bool = False


def plain_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Content]],
    *,
    caption: str | None = None,
    stacked: bool = False,
) -> html.Table:
    """A table whose first column names the row; a `stacked` one is a list per row on a phone.

    A browser then no longer takes it for a table, so every part says its role itself.
    """
    heads = [
        html.Th(column.title, scope="col", className=_head_class(column), role="columnheader")
        for column in columns
    ]
    body = [
        html.Tr([_cell(columns[place], content, place) for place, content in enumerate(row)], role="row")
        for row in rows
    ]
    parts: list[Component] = [html.Caption(caption)] if caption else []
    parts += [html.Thead(html.Tr(heads, role="row"), role="rowgroup"), html.Tbody(body, role="rowgroup")]
    name = "table-plain table-stacked" if stacked else "table-plain"
    return html.Table(parts, className=name, role="table")


def scroll_region(table: Component, *, name: str, language: str) -> html.Div:
    """A region that scrolls sideways by itself, also by keyboard."""
    label = f"{name}, {say('figure.scroll_hint', language)}"
    return frozen(table, className="scroll", role="region", tabIndex="0", **aria(label=label))


def trend_table(
    points: Sequence[Point],
    *,
    reading: Reading,
    criterion: Sequence[CriterionStep] = (),
    forecast: Sequence[Expected] = (),
    marks: Sequence[Mark] = (),
) -> html.Table:
    """The twin of a trend: newest first, with the criterion that was valid then, and what is drawn beside.

    A figure that is only expected says so in its row; a dated event has a row with its date.
    """
    language = reading.language
    has_intervals = bool(forecast) or any(point.lower is not None for point in points)
    columns = [
        Column(say("table.period", language)),
        Column(reading.name, number=True),
        *([Column(say("table.interval", language), number=True)] if has_intervals else []),
        *_count_columns(reading),
        Column(say("table.criterion", language)),
        Column(say("table.remark", language)),
    ]
    dated = [(point.middle, _trend_row(point, reading, criterion, has_intervals)) for point in points]
    dated += [(each.on, _expected_row(each, points, reading)) for each in forecast if points]
    dated += [(mark.on, _event_row(mark, reading, len(columns))) for mark in marks]
    return plain_table(columns, [row for _, row in sorted(dated, key=lambda one: one[0], reverse=True)])


def split_table(
    rows: Sequence[SplitValue], *, reading: Reading, split: str, criterion: CriterionStep | None = None
) -> html.Table:
    """The twin of values per group, with margins and the criterion above them; `split` names a group."""
    has_intervals = any(row.lower is not None for row in rows)
    norm = [] if criterion is None else [criterion_label(criterion, reading)]
    columns = [
        Column(split),
        Column(", ".join([reading.name, *norm]), number=True),
        *([Column(say("table.interval", reading.language), number=True)] if has_intervals else []),
        *_count_columns(reading),
        Column(say("table.remark", reading.language)),
    ]
    return plain_table(columns, [_split_row(row, reading, has_intervals) for row in rows])


def reasons_table(rows: Sequence[ReasonCount], *, language: str) -> html.Table:
    """The twin of the reasons of ending."""
    columns = [
        Column(say("table.reason", language)),
        Column(say("table.count", language), number=True),
        Column(say("table.share", language), number=True),
    ]
    return plain_table(columns, [_reason_row(row, language) for row in rows])


def funnel_table(units: Sequence[Unit], *, options: FunnelOptions) -> html.Table:
    """The twin of a funnel: partners by size; only the reader's own one has a name."""
    reading = options.reading
    columns = [
        Column(say("funnel.partner", reading.language)),
        Column(say("table.n", reading.language), number=True),
        Column(reading.name, number=True),
        Column(say("funnel.place", reading.language)),
    ]
    rows: list[list[Content]] = []
    for unit in sorted(units, key=lambda each: (each.n, each.value)):
        is_own = options.own is not None and unit.partner == options.own
        who = options.own_name if is_own else say("funnel.someone", reading.language)
        rows.append([who, *unit_amounts(unit, reading), funnel_place(unit, reading.language)])
    return plain_table(columns, rows)


def _trend_row(
    point: Point, reading: Reading, criterion: Sequence[CriterionStep], has_intervals: bool
) -> list[Content]:
    step = criterion_on(criterion, point.middle)
    return [
        written.capital(written.period_name(point.period, reading.language)),
        _amount(point.value, point.suppressed, reading),
        *([interval_text(point, reading, exact=True)] if has_intervals else []),
        *_counts(point.numerator, point.denominator, point.suppressed, reading),
        criterion_text(step, reading),
        _remark(point, reading.language),
    ]


def _expected_row(expected: Expected, points: Sequence[Point], reading: Reading) -> list[Content]:
    """The expected value with its 95 % band, cut at what a figure can be."""
    value, low, high = (
        _amount(possible(each, reading), False, reading)
        for each in (expected.fit, expected.lower95, expected.upper95)
    )
    period = written.period_name(expected_period(expected, points), reading.language)
    band = say("count.interval", reading.language, low=low, high=high)
    counts = ["" for _ in _count_columns(reading)]
    return [written.capital(period), value, band, *counts, "", say("table.expected", reading.language)]


def _event_row(mark: Mark, reading: Reading, columns: int) -> list[Content]:
    text = f"{say(f'figure.{mark.kind}', reading.language)}: {mark.text}"
    return [written.long_date(mark.on, reading.language), *("" for _ in range(columns - 2)), text]


def _split_row(row: SplitValue, reading: Reading, has_intervals: bool) -> list[Content]:
    return [
        row.label,
        _amount(row.value, row.suppressed, reading),
        *([interval_text(row, reading, exact=True)] if has_intervals else []),
        *_counts(row.numerator, row.denominator, row.suppressed, reading),
        _remark(row, reading.language),
    ]


def _reason_row(row: ReasonCount, language: str) -> list[Content]:
    if row.count is None:
        state = "state.hidden" if row.suppressed else "state.not_measured"
        return [row.label, say(state, language), ""]
    share = "" if row.share is None else written.percentage(row.share, language)
    return [row.label, written.number(row.count, language), share]


def _count_columns(reading: Reading) -> list[Column]:
    keys = ["table.numerator", "table.denominator"] if reading.unit == "procent" else ["table.n"]
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
    return written.value(amount, reading.unit, reading.language, exact_decimals(reading))


def _remark(row: Point | SplitValue, language: str) -> str:
    if row.suppressed:
        since = row.hidden_since
        return hidden_word(language, since) if since else say("state.hidden_long", language)
    marks = [("status.small", row.small), ("table.provisional", row.provisional)]
    return ", ".join(say(key, language) for key, there in marks if there)


def _cell(column: Column, content: Content, place: int) -> Component:
    if place == 0 and content:  # a row that goes on without a name has no head
        return html.Th(content, scope="row", role="rowheader")
    return html.Td(content, className=_side(column), role="cell", **data_label(column.title))


def _head_class(column: Column) -> str:
    return f"{_side(column)} desk".strip() if column.desk else _side(column)


def _side(column: Column) -> str:
    return "num" if column.number else ""
