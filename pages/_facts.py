"""The three things beside each other at the top of an indicator: value, criterion and target."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from components.aria import aria
from components.descriptions.counts import count_text
from components.descriptions.criterion import criterion_text
from components.format import long_date, number, period_name, value
from components.states import hidden_mark, missing_mark, provisional_tag
from pages._plan import Plan
from pages._rows import reading, steps
from pages._series import Series
from pages._visit import Visit
from queries._observation import Observation
from queries.criteria import criterion_on
from queries.indicators import Indicator
from queries.partners import Partner
from queries.trend import trend


def facts(
    visit: Visit, plan: Plan, indicator: Indicator, course: Series, partner: Partner | None
) -> Component:
    """Value with n and period, the criterion that counted then, and the target or all partners together."""
    columns = [_value(visit, indicator, course), _criterion(visit, plan, indicator, course)]
    columns.append(_everyone(visit, indicator, course) if partner else _target(visit, plan, indicator))
    return html.Section(columns, className="say3 facts", **aria(label=visit.say("page_indicator.facts")))


def source_of(visit: Visit, row: Observation | None, partner: Partner | None = None) -> str:
    """Where a figure comes from: what the row says itself, else who delivered."""
    if row is not None and row.source and partner is None and not row.expected_from:
        return row.source.removeprefix("Bron: ")
    if partner is not None:
        return visit.say("page.source_partner", partner=partner.name)
    if row is None or row.delivered_by is None or not row.expected_from:
        return visit.say("page.source_any")
    return visit.say("page.source_deliveries", delivered=row.delivered_by, expected=row.expected_from)


def _value(visit: Visit, indicator: Indicator, course: Series) -> Component:
    row, words = course.current, reading(indicator, visit.language)
    label = html.P(visit.say("page_indicator.value"), className="label")
    if row is None:
        missing = visit.view.period or str(visit.publication.today.year)
        why = visit.say("page_indicator.no_row", period=period_name(missing, visit.language))
        return html.Div([label, missing_mark(visit.language), html.P(why)])
    named = period_name(row.period, visit.language)
    period = [named[:1].upper() + named[1:]]
    if row.suppressed or row.value is None:
        mark = hidden_mark(visit.language) if row.suppressed else missing_mark(visit.language)
        return html.Div([label, mark, html.P(period)])
    clients = _clients(visit, row)
    lines = ", ".join(filter(None, [count_text(row, words), clients]))
    parts: list[Component | str] = [f"{period[0]}. {lines}" if lines else period[0]]
    if row.provisional:
        parts += [" ", provisional_tag(visit.language)]
    amount = value(row.value, indicator.unit, visit.language, indicator.decimals)
    return html.Div([label, html.P(amount, className="fact"), html.P(parts)])


def _clients(visit: Visit, row: Observation) -> str:
    if row.clients is None or row.clients == row.denominator:
        return ""
    return visit.say("page_indicator.clients", number=number(row.clients, visit.language))


def _criterion(visit: Visit, plan: Plan, indicator: Indicator, course: Series) -> Component:
    words = reading(indicator, visit.language)
    day = course.current.middle if course.current else visit.publication.today
    found = criterion_on(plan.criteria, indicator.code, day)
    label = html.P(visit.say("page_indicator.criteria"), className="label")
    if found is None:
        return html.Div([label, html.P(visit.say("page_indicator.no_criterion"))])
    step = next(one for one in steps(plan.criteria, indicator.code) if one.valid_from == found.valid_from)
    about = [visit.say("page_indicator.valid_since", date=_day(visit, found.valid_from))]
    if found.agreed_on and found.agreed_by:
        about.append(
            visit.say("page_indicator.agreed", date=_day(visit, found.agreed_on), who=found.agreed_by)
        )
    return html.Div([label, html.P(criterion_text(step, words), className="fact"), html.P(". ".join(about))])


def _target(visit: Visit, plan: Plan, indicator: Indicator) -> Component:
    label = html.P(visit.say("page_indicator.target"), className="label")
    goal = plan.goal_of(indicator.code)
    if goal is None or goal.target is None or goal.target_year is None:
        return html.Div([label, html.P(visit.say("page_indicator.no_target"))])
    amount = value(goal.target, indicator.unit, visit.language, indicator.decimals)
    said = visit.say("page_indicator.target_of", value=amount, year=goal.target_year)
    parts: list[Component] = [label, html.P(said, className="fact fact--agreed")]
    if goal.baseline is not None and goal.baseline_year is not None:
        start = value(goal.baseline, indicator.unit, visit.language, indicator.decimals)
        parts.append(html.P(visit.say("page_indicator.from_baseline", value=start, year=goal.baseline_year)))
    return html.Div(parts)


def _everyone(visit: Visit, indicator: Indicator, course: Series) -> Component:
    """The same figure of all partners together."""
    label = html.P(visit.say("page_partner.all"), className="label")
    period = course.current.period if course.current else ""
    kinds = [course.current.kind] if course.current else []
    found = trend(visit.published, indicators=[indicator.code], kinds=kinds)
    row = next((one for one in found if one.period == period), None)
    if row is None or row.value is None:
        return html.Div([label, missing_mark(visit.language)])
    amount = value(row.value, indicator.unit, visit.language, indicator.decimals)
    counted = count_text(row, reading(indicator, visit.language))
    return html.Div([label, html.P(amount, className="fact"), html.P(counted)])


def _day(visit: Visit, day: date) -> str:
    return long_date(day, visit.language)
