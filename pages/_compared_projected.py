"""The comparison on a projector: per indicator who meets the criterion or does not, and how sure that is."""

from collections import Counter
from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component

from components import format as written
from components.descriptions.criterion import criterion_line
from components.format import NBSP
from components.matrix import MatrixCell, cell_class
from components.projector_parts import words_of
from components.projector_table import add_below
from components.states import hidden_mark, missing_mark
from components.status import status_word
from components.tables import Column, Content, plain_table
from components.text import say
from domain.status import Status
from pages._beside import Place
from pages._chance import compared_note
from pages._compared import Compared
from pages._outcome import Outcome
from pages._rows import reading
from queries.indicators import Indicator

_NAMED = 4
"""More names than this are not read from the back of a room; the others are counted."""


def compared_projected(
    outcome: Outcome, domain: str, known: Sequence[Indicator]
) -> Callable[[], list[html.Table]]:
    """One table: the indicators of goals, and where a figure does not meet its criterion; none without those.

    What else there is stands at the desk, and a row below says so; then what chance alone would give.
    """
    compared = outcome.compared
    judged = [one for one in known if any(cell.is_judged for _, cell in _cells(compared, one))]
    shown = [one for one in judged if compared.plan.goal_of(one.code) or _failing(compared, one)]
    return lambda: [_table(outcome, domain, judged, shown)] if shown else []


def _table(
    outcome: Outcome, domain: str, judged: Sequence[Indicator], shown: Sequence[Indicator]
) -> html.Table:
    compared = outcome.compared
    visit = compared.visit
    statuses = [cell.status for one in judged for _, cell in _cells(compared, one) if cell.is_judged]
    counts = {name: statuses.count(name) for name in (Status.MET, Status.NOT_MET, Status.UNDECIDED)}
    title = visit.say(
        "page_compare.projected",
        domain=visit.say(
            f"page_compare.domain_{compared.beside}", domain=visit.say(f"page_compare.{domain}")
        ),
        judged=len(statuses),
        **counts,
    )
    heads = [visit.say("table.indicator"), visit.say("page_compare.value")]
    heads += [status_word(one, visit.language) for one in (Status.NOT_MET, Status.MET, Status.UNDECIDED)]
    columns = [*map(Column, heads), Column(visit.say("page_compare.no_figure"))]
    table = plain_table(columns, [_row(compared, one) for one in shown], caption=title)
    rest = len(judged) - len(shown)
    said = visit.say("page_compare.at_desk_rest" if rest else "page_compare.at_desk", count=rest)
    chance = compared_note(compared, outcome.known, outcome.places)
    add_below(table, [said, *map(words_of, chance)])
    return table


def _cells(compared: Compared, indicator: Indicator) -> list[tuple[Place, MatrixCell]]:
    """The figures of every place by itself, in the order of the alphabet."""
    apart = [place for place in compared.places if not (place.total or place.others)]
    return [(place, compared.cell(indicator, place)) for place in apart]


def _told(compared: Compared, indicator: Indicator, status: Status) -> list[tuple[Place, MatrixCell]]:
    """Of whom this is said."""
    cells = _cells(compared, indicator)
    return [(place, cell) for place, cell in cells if cell.is_judged and cell.status == status]


def _failing(compared: Compared, indicator: Indicator) -> bool:
    """Whether anybody does not meet the criterion."""
    return bool(_told(compared, indicator, Status.NOT_MET))


def _row(compared: Compared, indicator: Indicator) -> list[Content]:
    words, cells = reading(indicator, compared.visit.language), _cells(compared, indicator)
    norm = html.Span(criterion_line(compared.criterion(indicator), words), className="row-note")
    found = Counter(cell.status for _, cell in cells if cell.is_judged)
    return [
        [indicator.name, norm],
        _whole(compared, indicator),
        *(_names(compared, _told(compared, indicator, one)) for one in (Status.NOT_MET, Status.MET)),
        str(found[Status.UNDECIDED] or ""),
        _absent(compared, [cell for _, cell in cells]),
    ]


def _whole(compared: Compared, indicator: Indicator) -> Content:
    """The figure of all together with its sign."""
    language = compared.visit.language
    total = next((place for place in compared.places if place.total), None)
    cell = compared.cell(indicator, total) if total else None
    if cell is None or cell.value is None:
        return [hidden_mark(language) if cell and cell.state == "hidden" else missing_mark(language)]
    amount = written.value(cell.value, indicator.unit, language, indicator.decimals)
    told = [html.Span(status_word(cell.status, language), className="sr")] if cell.is_judged else []
    return html.Div([html.B(amount), *told], className=cell_class(cell))


def _names(compared: Compared, told: Sequence[tuple[Place, MatrixCell]]) -> Content:
    """Of whom it is said: the first of the alphabet by name, and how many more."""
    named: list[str | Component] = [_named(compared, place, cell) for place, cell in told[:_NAMED]]
    if more := len(told) - len(named):
        named.append(html.Div(compared.visit.say("page_compare.more", count=more)))
    return named


def _named(compared: Compared, place: Place, cell: MatrixCell) -> Component:
    """A name, bold where it holds at 99.8 % too; below it in words how sure it is."""
    language = compared.visit.language
    told = [] if cell.n is None else [say("count.n_short", language, number=written.number(cell.n, language))]
    told += [say(f"status.{key}", language) for key in ("strong", "small") if getattr(cell, key)]
    name: str | Component = html.B(place.name) if cell.strong else place.name
    return html.Div([name, html.Span(", ".join(told).replace(" = ", f"{NBSP}={NBSP}"), className="row-note")])


def _absent(compared: Compared, cells: Sequence[MatrixCell]) -> str:
    """How many have no figure, and why not; who need not deliver is left out."""
    states = Counter(cell.state for cell in cells)
    return ", ".join(
        f"{states[state]} {compared.visit.say(f'state.{state}')}"
        for state in ("hidden", "not_measured")
        if states[state]
    )
