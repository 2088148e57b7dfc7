"""All goals over their whole horizon, one small chart each, with one guide to read them."""

from itertools import groupby

import dash
from dash import html
from dash.development.base_component import Component

from components.descriptions.goal import goals_lede
from components.frame import page_head
from components.states import empty_state
from domain.period import PeriodKind
from pages._chance import goals_note
from pages._choices import any_grain_choice, bar, period_choice
from pages._plan import Plan
from pages._series import SERIES_KINDS, series
from pages._trend_tiles import Courses, guide, large, tile, told
from pages._visit import Screen, Visit, document_title, shown
from queries.periods import periods
from queries.trend import trend

PATH = "/trends"
dash.register_page(__name__, path=PATH, name="trends", title=document_title, order=4, menu="page_trends.menu")


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
    conclusion = goals_lede([told(goal, course) for goal, course in drawn], visit.language) if drawn else None
    head = page_head(title, lede=conclusion, choices=_choices(visit), language=visit.language)
    content: list[Component] = [head, *large(visit, plan, drawn)]
    if drawn:
        content += [*_sections(visit, plan, drawn), *goals_note(visit, plan, drawn)]
    else:
        content.append(empty_state(visit.language, text=visit.say("page_overview.nothing")))
    provisional = any(course.current is not None and course.current.provisional for _, course in drawn)
    return Screen(title, content, visit.say("page_trends.scope", first=first, last=last), provisional)


def _sections(visit: Visit, plan: Plan, drawn: Courses) -> list[Component]:
    """The goals of partners per ambition, those of the population together; the guide behind the first."""
    population = [one for one in drawn if plan.indicators[one[0].indicator].is_population]
    own = [one for one in drawn if one not in population]
    groups = [(list(members), True) for _, members in groupby(own, key=lambda one: one[0].ambition)]
    groups += [(population, False)] if population else []
    reading_guide = guide(visit, plan, drawn)
    return [
        _section(visit, plan, members, [reading_guide] if place == 0 else [], named=named)
        for place, (members, named) in enumerate(groups)
    ]


def _section(
    visit: Visit, plan: Plan, members: Courses, beside: list[Component], *, named: bool
) -> Component:
    first = members[0][0]
    label = html.Span(first.ambition_name, className="label")
    own: list[Component | str] = [label, " ", first.ambition_text]
    head = html.H2(own if named else visit.say("page_overview.population"))
    tiles = [tile(visit, plan, goal, course, named=named) for goal, course in members]
    return html.Section([head, html.Div([*tiles, *beside], className="mults")], className="trend-group")


def _choices(visit: Visit) -> Component:
    chosen = period_choice(visit, periods(visit.published), SERIES_KINDS)
    return bar(visit, chosen, any_grain_choice(visit))
