"""The tiles of the trends: one small chart a goal, one of them large on choice, and one guide to read all."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from access.address import UnknownChoice
from components.chart_tile import chart_tile
from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.descriptions.trend import trend_description
from components.descriptions.trend_title import trend_subtitle, trend_title
from components.figures.small_trend import small_trend_figure
from components.figures.trend import TrendOptions, trend_key
from components.key import KeyItem, key_line
from components.status import movement_mark, path_mark, status_mark
from components.tables import trend_table
from domain.status import PathStatus
from pages._course_tile import course_tile
from pages._facts import source_of
from pages._messages import moved_of, verdicts
from pages._plan import Plan
from pages._rows import marks, path, reading, steps
from pages._series import Series
from pages._told import Told
from pages._visit import Visit
from queries.forecast import forecast
from queries.goals import Goal

Drawn = Sequence[tuple[Goal, Series]]


def large(visit: Visit, plan: Plan, drawn: Drawn) -> list[Component]:
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
    indicator = plan.indicators[goal.indicator]
    words, norms = reading(indicator, visit.language), steps(plan.criteria, indicator.code)
    events, points = marks(plan.breaks, (), indicator.code), course.points
    options, about = _options(visit, plan, goal, course), Told(visit, plan, indicator, course, None)
    return chart_tile(
        small_trend_figure(points, options=options),
        title=trend_title(points, reading=words, marks=events),
        label=_label(visit, goal, named=named),
        subtitle=trend_subtitle(points, reading=words, marks=events),
        description=trend_description(
            points,
            reading=words,
            criterion=norms,
            path=options.path,
            marks=events,
            forecast=options.forecast,
            verdicts=verdicts(about),
        ),
        table=trend_table(points, reading=words, criterion=norms, forecast=options.forecast, marks=events),
        source=source_of(visit, course.current),
        measured_on=course.current.measured_on if course.current else None,
        csv_href=visit.csv("verloop", indicator=indicator.code, per=course.per),
        href=visit.href(f"/doelen/{goal.code}"),
        language=visit.language,
        small=True,
        heading=3,
        told=_told_line(about),
        enlarge=(visit.say("page_trends.large"), visit.here(large=goal.code)),
    )


def told(goal: Goal, course: Series) -> PathStatus:
    """Where the goal stands on its path."""
    return told_path(course.point, has_target=goal.target is not None)


def _told_line(told: Told) -> Component:
    """Criterion, movement and path, each with the sentence behind it."""
    language, point, agreed, words = told.visit.language, told.point, told.agreed, told.words
    moved = moved_of(told)
    beside = criterion_sentence(point, agreed.criterion, words)
    way = path_sentence(point, asked=agreed.asked, path=agreed.path, reading=words)
    on_path = told_path(point, has_target=agreed.has_target)
    signs = (
        ("goal.criterion", status_mark(told_status(point), language, small=True, title=beside)),
        ("goal.movement", movement_mark(moved.movement, language, small=True, title=moved.sentence(words))),
        ("goal.path", path_mark(on_path, language, small=True, title=way)),
    )
    parts = [
        html.Span([html.Small(told.visit.say(key)), " ", mark], className="told-part") for key, mark in signs
    ]
    return html.Span(parts, className="told-line")


def _label(visit: Visit, goal: Goal, *, named: bool) -> Component | str:
    if named:
        return html.Span([html.B(str(goal.position)), " ", goal.name])
    return visit.say("page_trends.population_goal", ambition=goal.ambition_name, goal=goal.name)


def _options(visit: Visit, plan: Plan, goal: Goal, course: Series) -> TrendOptions:
    indicator = plan.indicators[goal.indicator]
    return TrendOptions(
        reading(indicator, visit.language),
        steps(plan.criteria, indicator.code),
        path(goal, plan.milestones),
        marks(plan.breaks, plan.actions, indicator.code),
        forecast(visit.published, indicator=indicator.code, kind=course.kind),
        until=goal.ends_on,
    )


def guide(visit: Visit, plan: Plan, drawn: Drawn) -> Component:
    """Every sign that any of the charts uses, explained once."""
    signs: dict[str, KeyItem] = {}
    for goal, course in drawn:
        for item in trend_key(course.points, options=_options(visit, plan, goal, course)):
            signs.setdefault(item.sign, item)
    title = html.H3(visit.say("page_trends.how"), className="fig-title")
    text = html.P(visit.say("page_trends.how_text"), className="label")
    return html.Aside([title, key_line(list(signs.values())), text], className="how")
