"""What was agreed with partners, and whether there is a figure of it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.as_written import as_written
from components.format import number
from components.states import missing_mark
from components.tables import Column, Content, plain_table, scroll_region
from domain.period import parse_period
from pages._came_in import Came
from queries.agreements import Agreement, agreements
from queries.comparison import comparison
from queries.goals import goals
from queries.indicators import Indicator
from queries.partners import Partner

_FOLLOWED, _WINDOW_MONTHS = "geen_nieuwe_start", 12


def agreed_section(came: Came) -> Component:
    """Per partner how much of what was agreed is there; of one partner every agreement."""
    visit, span = came.visit, parse_period(came.period)
    valid = [one for one in agreements(visit.published) if _holds(one, span.start, span.end)]
    there = {(row.partner, row.indicator) for row in comparison(visit.published, period=came.period)}
    title = visit.say("page_deliveries.agreed_title", period=came.named)
    if came.partner is None:
        table = _all(came, valid, there)
        more: list[Component] = []
    else:
        own = [one for one in valid if one.partner == came.partner.code]
        table = _one(came, own, {code for partner, code in there if partner == came.partner.code})
        more = _not_agreed(came, {one.indicator for one in own})
    return html.Section(
        [
            html.H2(title, className="fig-title"),
            html.P(visit.say("page_deliveries.agreed_sub"), className="fig-sub"),
            scroll_region(table, name=title, language=visit.language),
            *more,
        ],
        className="section agreed",
    )


def _holds(one: Agreement, start: object, end: object) -> bool:
    return one.valid_from <= end and (one.valid_to is None or one.valid_to >= start)  # type: ignore[operator]


def _all(came: Came, valid: Sequence[Agreement], there: set[tuple[str | None, str]]) -> Component:
    visit, goals_of = came.visit, _of_goals(came)
    keys = ("partner", "agreed", "with_figure", "without_figure", "too_early_count", "not_agreed")
    columns = [Column(visit.say(f"page_deliveries.{key}"), number=key != "partner") for key in keys]
    rows = [_counts(came, one, valid, there, goals_of) for one in came.known]
    return plain_table(columns, rows, stacked=True)


def _counts(
    came: Came,
    partner: Partner,
    valid: Sequence[Agreement],
    there: set[tuple[str | None, str]],
    goals_of: Sequence[Indicator],
) -> list[Content]:
    early = {one.code for one in came.indicators if _is_early(came, one)}
    agreed = {one.indicator for one in valid if one.partner == partner.code}
    with_figure = {code for code in agreed if (partner.code, code) in there}
    waiting = agreed & early - with_figure
    absent = sum(one.code not in agreed for one in goals_of)
    link = html.A(partner.name, href=came.visit.here(partner=partner.code))
    counts = (len(agreed), len(with_figure), len(agreed - with_figure - waiting), len(waiting), absent)
    return [link, *(number(one, came.visit.language) for one in counts)]


def _one(came: Came, own: Sequence[Agreement], there: set[str]) -> Component:
    visit = came.visit
    known = {one.code: one for one in came.indicators}
    names = {code: one.name for code, one in known.items()}
    keys = ("indicator", "frequency", "with_whom", "moment", "instrument", "state")
    columns = [Column(visit.say(f"page_deliveries.{key}")) for key in keys]
    ordered = sorted(own, key=lambda one: names.get(one.indicator, one.indicator).lower())
    rows: list[list[Content]] = [
        [
            html.A(names.get(one.indicator, one.indicator), href=visit.href(f"/indicatoren/{one.indicator}")),
            visit.say(f"page_deliveries.{one.frequency}"),
            as_written(one.informant or "", visit.language),
            visit.say(f"page_deliveries.{one.moment}") if one.moment else "",
            as_written(one.instrument or "", visit.language),
            _state(came, known.get(one.indicator), is_there=one.indicator in there),
        ]
        for one in ordered
    ]
    return plain_table(columns, rows, stacked=True)


def _state(came: Came, indicator: Indicator | None, *, is_there: bool) -> Content:
    """Delivered, too early because clients are still followed, not in what came, or nothing came."""
    visit = came.visit
    if is_there:
        return visit.say("page_deliveries.delivered")
    if indicator is not None and _is_early(came, indicator):
        return visit.say("page_deliveries.too_early")
    row = came.at(came.partner, came.period) if came.partner else None
    return missing_mark(visit.language, why="not_measured" if row and row.delivered else "not_delivered")


def _is_early(came: Came, indicator: Indicator) -> bool:
    """Whether the time that clients are followed reaches past what partners can have delivered."""
    if indicator.computation != _FOLLOWED:
        return False
    months = indicator.window_months or _WINDOW_MONTHS
    halves = -(-months // 6)
    return parse_period(came.period).shifted(halves).end >= came.visit.publication.today


def _not_agreed(came: Came, agreed: set[str]) -> list[Component]:
    """The indicators of goals about which nothing was agreed with this partner."""
    visit = came.visit
    missing = [one for one in _of_goals(came) if one.code not in agreed]
    if not missing:
        return []
    items = [html.Li([one.name, " ", missing_mark(visit.language, why="not_agreed")]) for one in missing]
    heading = html.H3(visit.say("page_deliveries.not_agreed"))
    sub = html.P(visit.say("page_deliveries.not_agreed_sub"), className="label")
    return [heading, sub, html.Ul(items, className="ledger plain")]


def _of_goals(came: Came) -> list[Indicator]:
    """The indicators of partners that the goals are measured by."""
    visit = came.visit
    codes = {one.indicator for one in goals(visit.published, language=visit.language)}
    return [one for one in came.indicators if one.code in codes and not one.is_population]
