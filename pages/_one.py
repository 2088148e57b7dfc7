"""One chosen indicator on a partner's page: its course and how it splits."""

from dash import html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.descriptions.events import event_lines
from components.descriptions.trend import trend_description, trend_subtitle, trend_title
from components.figures.trend import TrendOptions, trend_figure, trend_key
from components.tables import trend_table
from domain.period import PeriodKind
from pages._choices import bar, indicator_choice
from pages._facts import source_of
from pages._funnel import funnel_section
from pages._messages import movement_line
from pages._mix import mix_section
from pages._own import Own
from pages._rows import marks, path, reading, steps
from pages._series import SERIES_KINDS, Series, chosen, default_kind
from pages._splits import no_split, split_of
from pages._told import Told
from queries.forecast import forecast
from queries.indicators import Indicator
from queries.trend import trend

_HEIGHT = 320


def one_section(own: Own) -> Component:
    """The course of the chosen indicator beside its parts; the first indicator without a choice."""
    visit = own.visit
    asked = next((one for one in own.indicators if one.code == visit.view.indicator), None)
    indicator = asked or next((one for one in own.indicators if own.is_known(one)), own.indicators[0])
    found = trend(
        visit.published,
        indicators=[indicator.code],
        kinds=(*SERIES_KINDS, PeriodKind.HORIZON),
        partner=own.partner.code,
    )
    kind = default_kind(found)
    course = Series([row for row in found if row.kind == kind], chosen(found, own.period), kind)
    split = split_of(visit, indicator, course, own.partner)
    beside = [split.tile if split else no_split(visit, own.partner)]
    beside += mix_section(visit, indicator, course.current, own.partner)
    picked = indicator_choice(visit, own.indicators, indicator.code)
    sentence = bar(visit, picked, split.choice if split else None, name=picked.label)
    told = Told(visit, own.plan, indicator, course, own.partner)
    parts = [
        html.Div(_chart(own, indicator, course, told), className="c6"),
        html.Div(beside, className="c6"),
        *(html.Div(part, className="c8") for part in funnel_section(visit, indicator, course, own.partner)),
    ]
    return html.Section([sentence, html.Div(parts, className="grid12")], className="section one")


def _chart(own: Own, indicator: Indicator, course: Series, told: Told) -> Component:
    visit, words = own.visit, reading(indicator, own.visit.language)
    norms, events = steps(own.plan.criteria, indicator.code), marks(own.plan.breaks, (), indicator.code)
    points = [point for point in course.points if point.kind == course.kind]
    goal = own.plan.goal_of(indicator.code)
    agreed = path(goal, own.plan.milestones)
    expected = forecast(visit.published, indicator=indicator.code, kind=course.kind, partner=own.partner.code)
    until = goal.ends_on if goal else None
    options = TrendOptions(words, norms, agreed, events, expected, until=until, height=_HEIGHT)
    return chart_tile(
        trend_figure(points, options=options),
        title=trend_title(points, reading=words, marks=events),
        subtitle=trend_subtitle(points, reading=words),
        description=trend_description(points, reading=words, criterion=norms, path=agreed, marks=events),
        key=trend_key(points, options=options),
        table=trend_table(points, reading=words, criterion=norms),
        events=event_lines(events, reading=words, criterion=norms),
        source=source_of(visit, course.current, own.partner),
        measured_on=None,
        csv_href=visit.csv("verloop", indicator=indicator.code, partner=own.partner.code, per=course.per),
        language=visit.language,
        told=movement_line(told),
    )
