"""The rows behind a figure as CSV: semicolons and a decimal comma, as spreadsheets here read them."""

import csv
import io
from collections.abc import Callable, Iterable
from decimal import Decimal

from flask import Blueprint, Response, abort, request

from access.address import UnknownChoice, View, read_view
from access.audience import published_for_reader
from data.published import Published
from domain.period import PeriodKind
from queries._observation import Observation
from queries.comparison import comparison
from queries.deliveries import Delivery, deliveries
from queries.indicators import Indicator, indicators
from queries.publication import Publication, publication
from queries.reasons import reasons
from queries.splits import splits
from queries.trend import trend

downloads = Blueprint("downloads", __name__)

Cell = str | float | int | None
_FIGURE_HEADERS: tuple[str, ...] = (
    "indicator", "naam", "partner", "periode", "uitsplitsing", "uitsplitsing_waarde", "teller", "noemer",
    "clienten", "waarde", "eenheid", "verborgen", "voorlopig", "definitieversie", "bron", "publicatie",
    "fictief",
)  # fmt: skip
_DELIVERY_HEADERS: tuple[str, ...] = (
    "partner", "periode", "verwacht", "geleverd", "soort", "ontvangen_op", "regels", "definitief",
    "publicatie",
)  # fmt: skip
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@downloads.get("/csv/<question>")
def download(question: str) -> Response:
    """The answer to one question as a file; 404 for a question or choice that does not exist."""
    answer = ANSWERS.get(question)
    if answer is None:
        abort(404)
    try:
        view = read_view(request.args)
    except UnknownChoice:
        abort(404)
    published = published_for_reader()
    made = publication(published)
    name = "-".join(
        filter(None, (question, view.indicator, view.partner, view.period, f"publicatie-{made.version}"))
    )
    return _file(answer(published, view, made), "".join(c for c in name if c.isalnum() or c in "-_"))


def figure_rows(
    found: Iterable[Observation], known: dict[str, Indicator], made: Publication
) -> list[tuple[Cell, ...]]:
    """Headers and rows of figures; a hidden figure keeps its row, says so and has no number."""
    rows = [_figure_row(one, known[one.indicator], made) for one in found if one.indicator in known]
    return [_FIGURE_HEADERS, *rows]


def _figure_row(one: Observation, indicator: Indicator, made: Publication) -> tuple[Cell, ...]:
    scaled = one.value
    if indicator.unit == "procent" and one.value is not None:
        scaled = float(round(Decimal(repr(one.value)) * 100, 4))
    return (
        one.indicator, indicator.name, one.partner, one.period, one.split, one.split_value, one.numerator,
        one.denominator, one.clients, scaled, indicator.unit, _yes(one.suppressed), _yes(one.provisional),
        one.definition_version, one.source, made.version, _yes(made.fictional),
    )  # fmt: skip


def _delivery_row(one: Delivery, made: Publication) -> tuple[Cell, ...]:
    received = one.received_on.isoformat() if one.received_on else None
    return (
        one.partner, one.period, _yes(one.expected), _yes(one.delivered), one.kind, received, one.rows,
        _yes(one.final), made.version,
    )  # fmt: skip


def _trend(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    kinds = [view.grain or PeriodKind.QUARTER]
    found = trend(published, indicators=[_needed(view.indicator)], kinds=kinds, partner=view.partner)
    return figure_rows(found, _known(published, view), made)


def _comparison(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    return figure_rows(comparison(published, period=_needed(view.period)), _known(published, view), made)


def _splits(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    found = splits(
        published,
        indicator=_needed(view.indicator),
        period=_needed(view.period),
        language=view.language,
        partner=view.partner,
        split=view.split,
    )
    return figure_rows(found, _known(published, view), made)


def _reasons(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    found = reasons(published, period=_needed(view.period), partner=view.partner)
    return figure_rows(found, _known(published, view), made)


def _deliveries(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    found = deliveries(published, partner=_needed(view.partner))
    return [_DELIVERY_HEADERS, *(_delivery_row(one, made) for one in found)]


ANSWERS: dict[str, Callable[[Published, View, Publication], list[tuple[Cell, ...]]]] = {
    "vergelijking": _comparison,
    "leveringen": _deliveries,
    "redenen": _reasons,
    "uitsplitsing": _splits,
    "verloop": _trend,
}


def _known(published: Published, view: View) -> dict[str, Indicator]:
    return {one.code: one for one in indicators(published, language=view.language)}


def _needed(choice: str | None) -> str:
    if choice is None:
        abort(404)
    return choice


def _file(rows: Iterable[tuple[Cell, ...]], name: str) -> Response:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerows([_text(cell) for cell in row] for row in rows)
    answer = Response("\ufeff" + written.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _text(cell: Cell) -> str:
    """A cell as a Dutch spreadsheet reads it; text that it would run as a formula is made harmless."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{int(cell)}" if cell.is_integer() else f"{cell}".replace(".", ",")
    text = str(cell)
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _yes(value: bool) -> str:
    return "ja" if value else "nee"
