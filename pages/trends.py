"""All goals over their whole horizon, one small chart each, with one guide to read them."""

from collections.abc import Sequence
from itertools import groupby

import dash
from dash import html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.descriptions.goal import goals_lede
from components.descriptions.judgement import told_path
from components.descriptions.trend import trend_description, trend_subtitle, trend_title
from components.figures.small_trend import small_trend_figure
from components.figures.trend import TrendOptions, trend_key
from components.frame import page_head
from components.key import KeyItem, key_line
from components.states import empty_state
from components.status import path_mark
from components.tables import trend_table
from domain.period import PeriodKind
from domain.status import PathStatus
from pages._choices import any_grain_choice, bar, period_choice
from pages._facts import source_of
from pages._plan import Plan
from pages._rows import marks, path, reading, steps
from pages._series import SERIES_KINDS, Series, series
from pages._visit import Screen, Visit, document_title, shown
from queries.forecast import forecast
from queries.goals import Goal
from queries.periods import periods
from queries.trend import trend

PATH = "/trends"
Drawn = Sequence[tuple[Goal, Series]]
dash.register_page(__name__, path=PATH, name="trends", title=document_title, order=3, menu="page_trends.menu")


@shown(PATH, uses=("per",))
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it."""
    plan = Plan(visit)
    codes = sorted({goal.indicator for goal in plan.goals})
    found = trend(visit.published, indicators=codes, kinds=(*SERIES_KINDS, PeriodKind.MONTH))
    first = min((goal.starts_on.year for goal in plan.goals), default=visit.publication.today.year)
    last = max((goal.ends_on.year for goal in plan.goals), default=first)
    key = "title_one" if len(plan.goals) == 1 else "title"
    title = visit.say(f"page_trends.{key}", total=len(plan.goals), first=first, last=last)
    drawn = [(goal, series(found, goal.indicator, visit.view)) for goal in plan.goals]
    conclusion = (
        goals_lede([_told(goal, course) for goal, course in drawn], visit.language) if drawn else None
    )
    content: list[Component] = [
        page_head(title, lede=conclusion, choices=_choices(visit), language=visit.language)
    ]
    if drawn:
        content += _sections(visit, plan, drawn)
    else:
        content.append(empty_state(visit.language, text=visit.say("page_overview.nothing")))
    provisional = any(course.current is not None and course.current.provisional for _, course in drawn)
    return Screen(title, content, visit.say("page_trends.scope", first=first, last=last), provisional)


def _sections(visit: Visit, plan: Plan, drawn: Drawn) -> list[Component]:
    """The goals of partners per ambition, those of the population together; the guide behind the first."""
    population = [one for one in drawn if plan.indicators[one[0].indicator].is_population]
    own = [one for one in drawn if one not in population]
    groups = [(list(members), True) for _, members in groupby(own, key=lambda one: one[0].ambition)]
    groups += [(population, False)] if population else []
    guide = _guide(visit, plan, drawn)
    return [
        _section(visit, plan, members, [guide] if place == 0 else [], named=named)
        for place, (members, named) in enumerate(groups)
    ]


def _section(visit: Visit, plan: Plan, members: Drawn, guide: list[Component], *, named: bool) -> Component:
    first = members[0][0]
    label = html.Span(first.ambition_name, className="label")
    own: list[Component | str] = [label, " ", first.ambition_text]
    head = html.H2(own if named else visit.say("page_overview.population"))
    tiles = [_tile(visit, plan, goal, course, named=named) for goal, course in members]
    return html.Section([head, html.Div([*tiles, *guide], className="mults")], className="trend-group")


def _tile(visit: Visit, plan: Plan, goal: Goal, course: Series, *, named: bool) -> Component:
    indicator = plan.indicators[goal.indicator]
    words, norms = reading(indicator, visit.language), steps(plan.criteria, indicator.code)
    agreed, events = path(goal, plan.milestones), marks(plan.breaks, (), indicator.code)
    points = course.points
    return chart_tile(
        small_trend_figure(points, options=_options(visit, plan, goal, course)),
        title=trend_title(points, reading=words, marks=events),
        label=_label(visit, goal, named=named),
        subtitle=trend_subtitle(points, reading=words),
        description=trend_description(points, reading=words, criterion=norms, path=agreed, marks=events),
        table=trend_table(points, reading=words, criterion=norms),
        source=source_of(visit, course.current),
        measured_on=course.current.measured_on if course.current else None,
        csv_href=visit.csv("verloop", indicator=indicator.code, per=course.per),
        href=visit.href(f"/indicatoren/{indicator.code}"),
        language=visit.language,
        small=True,
        heading=3,
        told=path_mark(_told(goal, course), visit.language, small=True),
    )


def _told(goal: Goal, course: Series) -> PathStatus:
    return told_path(course.point, has_target=goal.target is not None)


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
        marks(plan.breaks, (), indicator.code),
        forecast(visit.published, indicator=indicator.code, kind=course.kind),
        until=goal.ends_on,
    )


def _guide(visit: Visit, plan: Plan, drawn: Drawn) -> Component:
    """Every sign that any of the charts uses, explained once."""
    signs: dict[str, KeyItem] = {}
    for goal, course in drawn:
        for item in trend_key(course.points, options=_options(visit, plan, goal, course)):
            signs.setdefault(item.sign, item)
    title = html.H3(visit.say("page_trends.how"), className="fig-title")
    text = html.P(visit.say("page_trends.how_text"), className="label")
    return html.Aside([title, key_line(list(signs.values())), text], className="how")


def _choices(visit: Visit) -> Component:
    chosen = period_choice(visit, periods(visit.published), SERIES_KINDS)
    return bar(visit, chosen, any_grain_choice(visit))
