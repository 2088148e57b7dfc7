"""How long help lasts and how much of it comes: duration, waiting time, delivered against granted time."""

from dash import html
from dash.development.base_component import Component

from components.descriptions.counts import count_text
from components.descriptions.criterion import criterion_text
from components.format import capital, period_name, value
from components.states import hidden_mark, missing_mark
from components.status import small_number_tag
from components.tables import Column, Content, plain_table, scroll_region
from pages._own import Own
from pages._rows import reading
from queries._observation import Observation
from queries.indicators import Indicator

_TIME = "tijd"


def time_section(own: Own) -> list[Component]:
    """Per indicator of time the median with the middle half, beside all partners; nothing without one."""
    visit = own.visit
    known = [one for one in own.indicators if one.outcome_criterion == _TIME]
    if not known:
        return []
    columns = [
        Column(visit.say("table.indicator")),
        Column(visit.say("page_time.middle"), number=True),
        Column(visit.say("page_time.half"), number=True),
        Column(visit.say("page_partner.n"), number=True),
        Column(visit.say("page_partner.criterion")),
        Column(visit.say("page_time.all"), number=True),
        Column(visit.say("page_time.all_half"), number=True),
    ]
    title = visit.say("page_time.title", name=own.partner.name)
    table = plain_table(columns, [_row(own, one) for one in known], stacked=True)
    period = capital(period_name(own.period, visit.language)) if own.period else ""
    return [
        html.Section(
            [
                html.H2(title, className="fig-title"),
                html.P(visit.say("page_time.sub", period=period), className="fig-sub"),
                scroll_region(table, name=title, language=visit.language),
            ],
            className="section time",
        )
    ]


def _row(own: Own, indicator: Indicator) -> list[Content]:
    words = reading(indicator, own.visit.language)
    row, all_of = own.row(indicator, own.partner.code), own.row(indicator, None)
    told = count_text(row, words) if row and row.is_shown else ""
    is_small = row is not None and row.small and row.is_shown
    counted: Content = html.Span([small_number_tag(own.visit.language), " ", told]) if is_small else told
    link = html.A(
        indicator.name,
        href=own.visit.href(f"/indicatoren/{indicator.code}", partner=own.partner.code),
    )
    return [
        link,
        _middle(own, indicator, row),
        _half(own, indicator, row),
        counted,
        criterion_text(own.criterion(indicator), words),
        _middle(own, indicator, all_of),
        _half(own, indicator, all_of),
    ]


def _middle(own: Own, indicator: Indicator, row: Observation | None) -> Content:
    language = own.visit.language
    if row is None or row.value is None:
        return hidden_mark(language) if row and row.suppressed else missing_mark(language)
    return html.B(value(row.value, indicator.unit, language, indicator.decimals))


def _half(own: Own, indicator: Indicator, row: Observation | None) -> str:
    if row is None or not row.is_shown or row.q1 is None or row.q3 is None:
        return ""
    ends = [value(one, indicator.unit, own.visit.language, indicator.decimals) for one in (row.q1, row.q3)]
    return own.visit.say("count.interval", low=ends[0], high=ends[1])
