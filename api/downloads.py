"""The rows behind a figure as CSV: semicolons and a decimal comma, as spreadsheets here read them."""

import csv
import io
from collections.abc import Callable, Iterable

from flask import Blueprint, Response, abort, request

from access.address import UnknownChoice, View, read_view
from access.audience import published_for_reader
from api.balance_rows import balance_rows
from api.delivery_rows import completeness_rows, log_rows
from api.figure_rows import Cell, FigureSheet, yes
from api.funnel_rows import funnel_rows
from api.path_rows import joint_rows, path_rows
from data.published import Published
from domain.period import PeriodKind
from queries.comparison import comparison
from queries.deliveries import Delivery, deliveries
from queries.indicators import indicators
from queries.other_partners import other_partners
from queries.periods import periods
from queries.publication import Publication, publication
from queries.reasons import reasons
from queries.splits import splits
from queries.trend import trend

downloads = Blueprint("downloads", __name__)

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
    parts = (question, view.indicator, view.partner, view.period, f"publicatie-{made.version}")
    return _file(answer(published, view, made), _file_name("-".join(filter(None, parts))))


def _file_name(wanted: str) -> str:
    """What every server passes on in a header, and every computer saves: plain letters, digits, - and _."""
    return "".join(sign for sign in wanted if sign.isascii() and (sign.isalnum() or sign in "-_"))


def _delivery_row(one: Delivery, made: Publication) -> tuple[Cell, ...]:
    received = one.received_on.isoformat() if one.received_on else None
    return (
        one.partner, one.period, yes(one.expected), yes(one.delivered), one.kind, received, one.rows,
        yes(one.final), made.version,
    )  # fmt: skip


def _trend(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    """The course of one indicator, or of all of them at a grain that was asked for."""
    if view.grain is None:
        _needed(view.indicator)
    kinds = [view.grain or PeriodKind.QUARTER]
    known = [one.code for one in indicators(published, language=view.language, code=view.indicator)]
    found = trend(published, indicators=known, kinds=kinds, partner=view.partner)
    return _sheet(published, view, made).course(found)


def _comparison(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    period = _needed(view.period)
    found = [*comparison(published, period=period), *other_partners(published, period=period)]
    return _sheet(published, view, made).rows(found)


def _splits(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    """The parts of one indicator, or one split of all of them."""
    found = splits(
        published,
        indicator=view.indicator if view.split else _needed(view.indicator),
        period=_needed(view.period),
        language=view.language,
        partner=view.partner,
        split=view.split,
    )
    return _sheet(published, view, made).rows(found)


def _reasons(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    spans = [_needed(view.period)] if view.grain is None else _periods(published, view)
    found = [row for span in spans for row in reasons(published, period=span, partner=view.partner)]
    return _sheet(published, view, made).rows(found)


def _periods(published: Published, view: View) -> list[str]:
    """The periods of the grain that was asked for, oldest first."""
    known = periods(published, partner=view.partner)
    return [one.period for one in reversed(known) if one.kind == view.grain]


def _funnel(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    """The points of a funnel as it is drawn; of a chosen partner, or the one that reads, with its code."""
    code, period = _needed(view.indicator), _needed(view.period)
    found = next(iter(indicators(published, language=view.language, code=code)), None)
    if found is None:
        abort(404)
    reader = made.audience.removeprefix("partner-") if made.is_of_partner else None
    own = view.partner or reader
    return funnel_rows(published, made, found, period=period, own=own, language=view.language)


def _deliveries(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    found = deliveries(published, partner=_needed(view.partner))
    return [_DELIVERY_HEADERS, *(_delivery_row(one, made) for one in found)]


def _balance(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    return balance_rows(published, view.language, made)


def _paths(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    return path_rows(
        published, made, period=_needed(view.period), partner=view.partner, language=view.language
    )


def _joint(published: Published, _view: View, made: Publication) -> list[tuple[Cell, ...]]:
    return joint_rows(published, made)


def _log(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    return log_rows(published, made, partner=view.partner)


def _completeness(published: Published, view: View, made: Publication) -> list[tuple[Cell, ...]]:
    period = _needed(view.period)
    return completeness_rows(published, made, period=period, partner=view.partner, language=view.language)


ANSWERS: dict[str, Callable[[Published, View, Publication], list[tuple[Cell, ...]]]] = {
    "balans": _balance,
    "vergelijking": _comparison,
    "leveringen": _deliveries,
    "redenen": _reasons,
    "trechter": _funnel,
    "aanlevering": _log,
    "hulppakketten": _joint,
    "uitsplitsing": _splits,
    "volledigheid": _completeness,
    "zorgpaden": _paths,
    "verloop": _trend,
}


def _sheet(published: Published, view: View, made: Publication) -> FigureSheet:
    return FigureSheet.of(published, made, view.language)


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
