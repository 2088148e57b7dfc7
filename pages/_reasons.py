"""Why help ended, jeugd and Wmo apart."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.descriptions.reasons import reasons_description, reasons_subtitle, reasons_title
from components.figures.bars import reasons_figure
from components.figures.rows import ReasonCount
from components.format import capital, period_name
from components.tables import reasons_table
from pages._facts import source_of
from pages._visit import Visit
from queries.partners import Partner
from queries.reasons import ReasonFigure, reasons

ORDER = ("volgens_plan", "in_overeenstemming", "client", "aanbieder", "omstandigheden", "onbekend")
DROPOUT = ("client", "aanbieder")


def reasons_tiles(visit: Visit, period: str, partner: Partner) -> list[Component]:
    """One figure per domain in which the partner helps; a sentence when there is nothing to count."""
    found = reasons(visit.published, period=period, partner=partner.code) if period else []
    domains = sorted({row.domain for row in found})
    if not domains:
        named = period_name(period, visit.language) if period else visit.say("page.latest_short")
        return [html.P(visit.say("page_partner.reasons_none", period=named), className="label")]
    return [
        _tile(visit, [row for row in found if row.domain == domain], domain, partner) for domain in domains
    ]


def _tile(visit: Visit, found: Sequence[ReasonFigure], domain: str, partner: Partner) -> Component:
    rows = [_count(visit, row) for row in sorted(found, key=_place)]
    named = visit.say(f"page_compare.{domain}")
    period = capital(period_name(found[0].period, visit.language))
    return chart_tile(
        reasons_figure(rows, language=visit.language),
        title=reasons_title(rows, language=visit.language),
        label=visit.say("page_partner.reasons", domain=named),
        subtitle=f"{period}. {reasons_subtitle(rows, language=visit.language)}",
        description=reasons_description(rows, language=visit.language),
        table=reasons_table(rows, language=visit.language),
        source=source_of(visit, found[0], partner),
        measured_on=None,
        csv_href=visit.csv("redenen", period=found[0].period, partner=partner.code),
        language=visit.language,
    )


def _count(visit: Visit, row: ReasonFigure) -> ReasonCount:
    reason = reason_of(row)
    return ReasonCount(
        label=visit.say(f"page_reason.{reason}"),
        count=row.numerator,
        share=row.value,
        is_dropout=reason in DROPOUT,
        suppressed=row.suppressed,
    )


def _place(row: ReasonFigure) -> int:
    return ORDER.index(reason_of(row))


def reason_of(row: ReasonFigure) -> str:
    return row.computation.removeprefix("reden_wmo_").removeprefix("reden_")
