"""A partner's indicators beside their criteria and all partners, each with what may be said of it."""

from dash import html
from dash.development.base_component import Component

from components.descriptions.counts import counted_text, interval_text
from components.descriptions.criterion import criterion_line
from components.format import capital, period_name, value
from components.measure import measure
from components.states import hidden_mark, missing_mark
from components.status import small_number_tag
from components.tables import Column, Content, plain_table, scroll_region
from pages._chance import rows_note
from pages._own import Own
from pages._row_told import RowTold
from pages._rows import reading
from pages._visit import Visit
from queries._observation import Observation
from queries.indicators import Indicator


def indicator_table(own: Own, *, className: str) -> Component:  # noqa: N803
    """Every indicator of the partner with value, interval, criterion and status, beside all partners."""
    visit = own.visit
    heads = [
        Column(visit.say("table.indicator")),
        Column(visit.say("page_partner.value"), number=True),
        Column(visit.say("page_partner.margin")),
        Column(visit.say("page_partner.told")),
        Column(visit.say("page_partner.movement")),
        Column(visit.say("page_partner.path")),
        Column(visit.say("page_partner.all"), number=True),
    ]
    title = visit.say("page_partner.indicators")
    period = period_name(own.period, visit.language) if own.period else ""
    table = plain_table(heads, [_row(own, one) for one in own.indicators], stacked=True)
    return html.Section(
        [
            html.H2(title, className="fig-title"),
            html.P(visit.say("page_partner.indicators_sub", period=capital(period)), className="fig-sub"),
            scroll_region(table, name=title, language=visit.language),
            *rows_note(visit, own.plan, [(one, own.row(one, own.partner.code)) for one in own.indicators]),
        ],
        className=f"section {className}",
    )


def _row(own: Own, indicator: Indicator) -> list[Content]:
    visit, row = own.visit, own.row(indicator, own.partner.code)
    goal, told = own.plan.goal_of(indicator.code), _told(own, indicator, row)
    link = html.A(indicator.name, href=visit.href(f"/indicatoren/{indicator.code}", partner=own.partner.code))
    head: list[Component | str] = [link]
    if goal:
        name = visit.goal(goal.position, goal.name)
        head.append(html.Span(name, className="row-note"))
    return [
        head,
        counted_amount(own, indicator, row),
        strip_of(own, indicator, row),
        told_of(own, indicator, row),
        (told.movement_mark() if told else None) or "",
        (told.path_mark() if told else None) or "",
        amount_of(visit, indicator, own.row(indicator, None)),
    ]


def _told(own: Own, indicator: Indicator, row: Observation | None) -> RowTold | None:
    """None without a figure."""
    if row is None or not row.is_shown:
        return None
    return RowTold(own.plan, indicator, row, own.criterion(indicator))


def amount_of(
    visit: Visit, indicator: Indicator, row: Observation | None, *, why: str = "not_measured"
) -> list[Component | str]:
    """The value, or why there is none; the row says it once, here, and is silent further on."""
    if row is None or row.value is None:
        is_hidden = row is not None and row.suppressed
        since = row.hidden_since if row else None
        return [hidden_mark(visit.language, since) if is_hidden else missing_mark(visit.language, why=why)]
    amount = value(row.value, indicator.unit, visit.language, indicator.decimals)
    return [html.B(amount)]


def counted_amount(own: Own, indicator: Indicator, row: Observation | None) -> list[Component | str]:
    """The value with what it was counted of, or that it is hidden, was not measured, or need not be."""
    if row is None or not row.is_shown:
        is_asked = row is not None or indicator in own.agreed
        return amount_of(own.visit, indicator, row, why="not_measured" if is_asked else "not_agreed")
    counted = counted_text(row, reading(indicator, own.visit.language))
    return [*amount_of(own.visit, indicator, row), html.Span(counted, className="row-note")]


def strip_of(own: Own, indicator: Indicator, row: Observation | None) -> list[Component | str]:
    """The measure with its interval in words for who does not see it, and the criterion below it."""
    criterion, words = own.criterion(indicator), reading(indicator, own.visit.language)
    norm = html.Span(criterion_line(criterion, words), className="row-note")
    if row is None or row.value is None:
        return [norm]
    drawn = measure(row.value, unit=indicator.unit, criterion=criterion, lower=row.lower, upper=row.upper)
    return [drawn, html.Span(interval_text(row, words), className="sr"), norm]


def told_of(own: Own, indicator: Indicator, row: Observation | None) -> list[Component | str]:
    """The status with its sentence, and that the group is small; nothing without a figure."""
    if (about := _told(own, indicator, row)) is None:
        return []
    mark = about.criterion_mark(strong=bool(about.point.strong))
    return [html.Span([mark, " ", small_number_tag(own.visit.language)])] if about.point.small else [mark]
