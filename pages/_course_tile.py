"""The course of one indicator as a whole tile: what was measured, agreed, done and is expected."""

from dataclasses import replace
from typing import Any

from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.descriptions.events import event_lines
from components.descriptions.trend import trend_description
from components.descriptions.trend_title import trend_subtitle, trend_title
from components.figures.trend import TrendOptions, trend_figure, trend_key
from components.format import period_name
from components.tables import trend_table
from pages._facts import source_of
from pages._messages import verdicts
from pages._plan import Plan
from pages._rows import marks, path, reading, steps
from pages._series import Series
from pages._told import Told
from pages._visit import Visit
from queries.forecast import forecast
from queries.indicators import Indicator
from queries.partners import Partner

HEIGHT = 392


def course_tile(
    visit: Visit,
    plan: Plan,
    indicator: Indicator,
    course: Series,
    *,
    partner: Partner | None = None,
    height: int = HEIGHT,
    with_actions: bool = True,
    **around: Any,
) -> Component:
    """The tile of a series, with or without the actions about it; `around` goes to `chart_tile`."""
    words, criterion = reading(indicator, visit.language), steps(plan.criteria, indicator.code)
    points = [point for point in course.points if point.kind == course.kind]
    events = marks(plan.breaks, plan.actions if with_actions else (), indicator.code)
    options = replace(_options(visit, plan, indicator, course, partner), marks=events, height=height)
    return chart_tile(
        trend_figure(points, options=options),
        title=trend_title(points, reading=words, marks=events),
        subtitle=_subtitle(visit, course, trend_subtitle(points, reading=words, marks=events)),
        description=trend_description(
            points,
            reading=words,
            criterion=criterion,
            path=options.path,
            marks=events,
            forecast=options.forecast,
            verdicts=verdicts(Told(visit, plan, indicator, course, partner)),
        ),
        key=trend_key(points, options=options),
        table=trend_table(
            points, reading=words, criterion=criterion, forecast=options.forecast, marks=events
        ),
        events=event_lines(events, reading=words, criterion=criterion),
        source=source_of(visit, course.newest, partner),
        measured_on=course.newest.measured_on if course.newest else None,
        csv_href=visit.csv(
            "verloop", indicator=indicator.code, partner=partner.code if partner else None, per=course.per
        ),
        language=visit.language,
        **around,
    )


def _subtitle(visit: Visit, course: Series, told: str) -> str:
    """The line under the title; of which period the last figure is, where the reader looks at another one."""
    if course.current is None or course.newest is None or course.newest.period == course.current.period:
        return told
    return f"{told}. {visit.say('page.latest_of', period=period_name(course.newest.period, visit.language))}"


def _options(
    visit: Visit, plan: Plan, indicator: Indicator, course: Series, partner: Partner | None
) -> TrendOptions:
    goal = plan.goal_of(indicator.code)
    return TrendOptions(
        reading(indicator, visit.language),
        steps(plan.criteria, indicator.code),
        path(goal, plan.milestones),
        forecast=forecast(
            visit.published,
            indicator=indicator.code,
            kind=course.kind,
            partner=partner.code if partner else None,
        ),
        until=goal.ends_on if goal else None,
    )
