"""Why help ended through the years, jeugd and Wmo apart; no conclusion runs across a break."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.descriptions.reasons_time import reasons_time_description, reasons_time_title
from components.figures.reasons_time import DECIMALS, ReasonPanel, ReasonShare, reasons_time_figure
from components.format import long_date, percentage
from components.projector_parts import on_projector
from components.tables import Column, Content, plain_table
from domain.period import PeriodKind
from pages._facts import source_of
from pages._reasons import DROPOUT, ORDER, reason_of
from pages._visit import Visit
from queries.breaks import SeriesBreak, breaks
from queries.indicators import indicators
from queries.partners import Partner
from queries.periods import periods
from queries.reasons import ReasonFigure, reasons

_YEARS, _PER = 5, "jaar"
_ENDINGS = ("uitval", "reden")


def reasons_time_tiles(visit: Visit, partner: Partner) -> list[Component]:
    """The reasons through the years, a figure per domain; nothing where none was counted."""
    known = [one for one in periods(visit.published, partner=partner.code) if one.kind == PeriodKind.YEAR]
    years = [one.period for one in reversed(known)][-_YEARS:]
    found = [row for year in years for row in reasons(visit.published, period=year, partner=partner.code)]
    domains = sorted({row.domain for row in found})
    return [_time_tile(visit, [row for row in found if row.domain == one], one, partner) for one in domains]


def _time_tile(visit: Visit, found: Sequence[ReasonFigure], domain: str, partner: Partner) -> Component:
    panels, broken = _panels(visit, found), _breaks(visit, domain)
    named = visit.say(f"page_compare.{domain}")
    title = reasons_time_title(panels, language=visit.language, since=_since(broken))
    tile = chart_tile(
        reasons_time_figure(panels, language=visit.language),
        title=title,
        label=visit.say("page_partner.reasons", domain=named),
        subtitle=visit.say("reasons_time.subtitle"),
        description=reasons_time_description(panels, language=visit.language),
        table=_time_table(visit, panels),
        source=source_of(visit, found[-1], partner),
        measured_on=None,
        csv_href=visit.csv("redenen", per=_PER, partner=partner.code),
        language=visit.language,
        told=_break_line(visit, broken),
    )
    return on_projector(tile, lambda: [_projected(visit, panels, title, _break_line(visit, broken))])


def _projected(
    visit: Visit, panels: Sequence[ReasonPanel], title: str, broken: Component | None
) -> html.Table:
    """The reasons below each other with the years beside them: few words in a head, and large enough."""
    years = [row.period for row in panels[0].rows]
    columns = [Column(visit.say("table.reason")), *(Column(year, number=True) for year in years)]
    rows: list[list[Content]] = [
        [panel.label, *(_cell(visit, row) for row in panel.rows)] for panel in panels
    ]
    table = plain_table(columns, rows, caption=title)
    if broken is not None:
        table.children[-1].children.append(html.Tr(html.Td(broken, colSpan=len(columns))))
    return table


def _breaks(visit: Visit, domain: str) -> list[SeriesBreak]:
    """Where endings began to be counted otherwise."""
    known = indicators(visit.published, language=visit.language)
    codes = {one.code for one in known if one.domain == domain and one.computation.startswith(_ENDINGS)}
    return [one for one in breaks(visit.published, language=visit.language) if one.indicator in codes]


def _since(broken: Sequence[SeriesBreak]) -> str:
    """The first whole year after the last break; empty without one."""
    last = max((one.broke_on for one in broken), default=None)
    if last is None:
        return ""
    return str(last.year if (last.month, last.day) == (1, 1) else last.year + 1)


def _break_line(visit: Visit, broken: Sequence[SeriesBreak]) -> Component | None:
    if not broken:
        return None
    last = max(broken, key=lambda one: one.broke_on)
    date = long_date(last.broke_on, visit.language)
    kind = visit.say("figure.break").lower()
    return html.Span(visit.say("figure.event", date=date, kind=kind, text=last.reason))


def _panels(visit: Visit, found: Sequence[ReasonFigure]) -> list[ReasonPanel]:
    """Every reason with all years, whether or not it was counted in each."""
    years = sorted({row.period for row in found})
    by_place = {(reason_of(row), row.period): row for row in found}
    given = {reason for reason, _ in by_place}
    return [
        ReasonPanel(
            visit.say(f"page_reason.{reason}"),
            reason in DROPOUT,
            [_share(year, by_place.get((reason, year))) for year in years],
        )
        for reason in ORDER
        if reason in given
    ]


def _share(year: str, row: ReasonFigure | None) -> ReasonShare:
    if row is None:
        return ReasonShare(year, None)
    return ReasonShare(year, row.value, row.suppressed, bool(row.small))


def _time_table(visit: Visit, panels: Sequence[ReasonPanel]) -> Component:
    columns = [Column(visit.say("reasons_time.period"))]
    columns += [Column(panel.label, number=True) for panel in panels]
    rows = [
        [row.period, *(_cell(visit, panel.rows[place]) for panel in panels)]
        for place, row in enumerate(panels[0].rows)
    ]
    return plain_table(columns, rows)


def _cell(visit: Visit, row: ReasonShare) -> str:
    if row.share is None:
        return visit.say("state.hidden" if row.suppressed else "state.not_measured")
    return percentage(row.share, visit.language, DECIMALS)
