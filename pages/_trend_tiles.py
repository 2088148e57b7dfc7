"""The tiles of the trends: one small chart a goal, one of them large on choice, and one guide to read all."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from access.address import UnknownChoice
from components.chart_tile import chart_tile
from components.descriptions.judgement import told_path
from components.figures.small_trend import small_trend_figure
from components.figures.trend import trend_key
from components.key import KeyItem, key_line
from domain.status import PathStatus
from pages._course_tile import course_tile
from pages._drawn import Drawn
from pages._plan import Plan
from pages._series import Series
from pages._signs import signs_of
from pages._told import Told
from pages._visit import Visit
from queries.goals import Goal

Courses = Sequence[tuple[Goal, Series]]


def large(visit: Visit, plan: Plan, drawn: Courses) -> list[Component]:
    """The goal that the reader made large, above the others; UnknownChoice for one that is not there."""
    if not visit.view.large:
        return []
    found = next((one for one in drawn if one[0].code == visit.view.large), None)
    if found is None:
        raise UnknownChoice("groot", visit.view.large)
    goal, course = found
    indicator = plan.indicators[goal.indicator]
    tile = course_tile(
        visit,
        plan,
        indicator,
        course,
        label=_label(visit, goal, named=True),
        href=visit.href(f"/doelen/{goal.code}"),
        told=_told_line(Told(visit, plan, indicator, course, None)),
        enlarge=(visit.say("page_trends.small"), visit.here(large=None)),
    )
    return [html.Section(tile, className="section trend-large")]


def tile(visit: Visit, plan: Plan, goal: Goal, course: Series, *, named: bool) -> Component:
    """The small chart of one goal; its label names the ambition where that does not stand above it."""
    drawn = _drawn(visit, plan, goal, course)
    return chart_tile(
        small_trend_figure(course.points, options=drawn.options),
        label=_label(visit, goal, named=named),
        subtitle=drawn.subtitle,
        href=visit.href(f"/doelen/{goal.code}"),
        small=True,
        heading=3,
        told=_told_line(drawn.told),
        enlarge=(visit.say("page_trends.large"), visit.here(large=goal.code)),
        **drawn.around(),
    )


def told(goal: Goal, course: Series) -> PathStatus:
    """Where the goal stands on its path."""
    return told_path(course.point, has_target=goal.target is not None)


def _told_line(told: Told) -> Component:
    """Criterion, movement and path, each with the sentence behind it."""
    keys = ("goal.criterion", "goal.movement", "goal.path")
    parts = [
        html.Span([html.Small(told.visit.say(key)), " ", mark], className="told-part")
        for key, mark in zip(keys, signs_of(told), strict=True)
    ]
    return html.Span(parts, className="told-line")


def _label(visit: Visit, goal: Goal, *, named: bool) -> Component | str:
    if named:
        return html.Span([html.B(str(goal.position)), " ", goal.name])
    return visit.say("page_trends.population_goal", ambition=goal.ambition_name, goal=goal.name)


def _drawn(visit: Visit, plan: Plan, goal: Goal, course: Series) -> Drawn:
    about = Told(visit, plan, plan.indicators[goal.indicator], course, None)
    return Drawn(about, goal, course.points, course.current)


def guide(visit: Visit, plan: Plan, drawn: Courses) -> Component:
    """Every sign that any of the charts uses, explained once."""
    signs: dict[str, KeyItem] = {}
    for goal, course in drawn:
        for item in trend_key(course.points, options=_drawn(visit, plan, goal, course).options):
            signs.setdefault(item.sign, item)
    title = html.H3(visit.say("page_trends.how"), className="fig-title")
    text = html.P(visit.say("page_trends.how_text"), className="label")
    return html.Aside([title, key_line(list(signs.values())), text], className="how")
