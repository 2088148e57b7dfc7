"""The rows of what came in, and of how complete it is, as a file."""

from api.figure_rows import Cell, yes
from data.published import Published
from queries.completeness import completeness
from queries.delivery_log import delivery_log
from queries.publication import Publication

_LOG: tuple[str, ...] = (
    "partner",
    "periode",
    "soort",
    "ontvangen_op",
    "regels",
    "stand",
    "publicatie",
    "fictief",
)
_COMPLETE: tuple[str, ...] = (
    "partner", "indicator", "indicator_naam", "periode", "bekend", "in_aanmerking", "uitgevraagd",
    "verborgen", "publicatie", "fictief", "aandeel_bekend", "partners_meegeteld", "partners_met_cijfer",
)  # fmt: skip
_STATES = {"accepted": "geldt", "replaced": "verbeterd door een latere", "purged": "opgeschoond"}


def log_rows(published: Published, made: Publication, *, partner: str | None) -> list[tuple[Cell, ...]]:
    """Every delivery as it came in, corrections included."""
    rows: list[tuple[Cell, ...]] = [
        (one.partner, one.period, one.kind, one.received_on.isoformat(), one.rows, _STATES[one.state],
         made.version, yes(made.fictional))
        for one in delivery_log(published, partner=partner)
    ]  # fmt: skip
    return [_LOG, *rows]


def completeness_rows(
    published: Published, made: Publication, *, period: str, partner: str | None, language: str
) -> list[tuple[Cell, ...]]:
    """Per indicator how much of a half-year is known."""
    rows: list[tuple[Cell, ...]] = [
        (one.partner, one.indicator, one.name, one.period,
         one.recorded if one.known is None else one.known, one.eligible, one.asked,
         yes(one.suppressed), made.version, yes(made.fictional), one.share, one.partners, one.delivered_by)
        for one in completeness(published, period=period, language=language, partner=partner)
    ]  # fmt: skip
    return [_COMPLETE, *rows]
