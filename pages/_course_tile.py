"""The course of one indicator as a whole tile: what was measured, agreed, done and is expected."""

from dataclasses import replace
from typing import Any

from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.descriptions.events import event_lines
from components.figures.trend import trend_figure, trend_key
from components.format import period_name
from pages._drawn import Drawn
from pages._plan import Plan
from pages._series import Series
from pages._told import Told
from pages._visit import Visit
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
    points = [point for point in course.points if point.kind == course.kind]
    told = Told(visit, plan, indicator, course, partner)
    drawn = Drawn(told, plan.goal_of(indicator.code), points, course.newest, with_actions)
    options = replace(drawn.options, height=height)
    return chart_tile(
        trend_figure(points, options=options),
        subtitle=_subtitle(visit, course, drawn.subtitle),
        key=trend_key(points, options=options),
        events=event_lines(drawn.events, reading=told.words, criterion=options.criterion),
        **drawn.around(),
        **around,
    )


def _subtitle(visit: Visit, course: Series, told: str) -> str:
    """The line under the title; of which period the last figure is, where the reader looks at another one."""
    if course.current is None or course.newest is None or course.newest.period == course.current.period:
        return told
    return f"{told}. {visit.say('page.latest_of', period=period_name(course.newest.period, visit.language))}"
