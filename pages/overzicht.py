"""How do the goals stand? Every ambition with its goals as cards."""

from collections.abc import Sequence
from itertools import groupby

import dash
from dash import html
from dash.development.base_component import Component

from components.choices import choices
from components.format import period_name
from components.frame import page_head
from components.goal_card import Contact, condition_rows, goal_cards
from components.goal_card import Goal as GoalCard
from components.states import empty_state
from pages._choices import period_choice
from pages._plan import Plan
from pages._rows import marks, path, reading, steps
from pages._series import SERIES_KINDS, Series, kinds_in_view, series
from pages._visit import Screen, Visit, document_title, shown
from queries.goals import Goal
from queries.periods import periods
from queries.trend import trend

dash.register_page(
    __name__, path="/", name="overzicht", title=document_title, order=1, menu="page_overview.menu"
)


@shown("/")
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it."""
    plan = Plan(visit)
    courses = _courses(visit, plan)
    title = _title(visit, courses)
    content: list[Component] = [page_head(title, choices=_choices(visit), language=visit.language)]
    for _, members in groupby(plan.goals, key=lambda goal: goal.ambition):
        content.append(_ambition(visit, plan, list(members), courses))
    if not plan.goals:
        content.append(empty_state(visit.language, text=visit.say("page_overview.nothing")))
    content.append(html.P(visit.say("page_overview.reading"), className="small"))
    provisional = any(one.current is not None and one.current.provisional for one in courses.values())
    return Screen(title, content, _scope(visit), provisional)


def _courses(visit: Visit, plan: Plan) -> dict[str, Series]:
    """Per indicator of a goal its figures for all partners together, or for the population."""
    codes = sorted({goal.indicator for goal in plan.goals})
    kinds = {*SERIES_KINDS, *kinds_in_view(visit.view)}
    found = trend(visit.published, indicators=codes, kinds=sorted(kinds))
    return {code: series(found, code, visit.view) for code in codes}


def _ambition(visit: Visit, plan: Plan, goals: Sequence[Goal], courses: dict[str, Series]) -> Component:
    first = goals[0]
    large = [_card(visit, plan, goal, courses) for goal in goals if goal.kind == "inhoudelijk"]
    small = [_card(visit, plan, goal, courses) for goal in goals if goal.kind != "inhoudelijk"]
    population = all(plan.indicators[goal.indicator].is_population for goal in goals)
    key = "page_overview.horizon_population" if population else "page_overview.horizon"
    label = visit.say(key, name=first.ambition_name, first=first.starts_on.year, last=first.ends_on.year)
    parts: list[Component] = [html.P(label, className="label"), html.H2(first.ambition_text)]
    if large:
        name = visit.say("page_overview.goals", name=first.ambition_name)
        parts.append(goal_cards(large, name=name, heading=3))
    if small:
        lede = html.P(visit.say("page_overview.conditions_lede"), className="label")
        parts += [html.H3(visit.say("page_overview.conditions")), lede]
        parts.append(condition_rows(small, language=visit.language))
    return html.Section(parts, className="section ambition")


def _card(visit: Visit, plan: Plan, goal: Goal, courses: dict[str, Series]) -> GoalCard:
    indicator, course = plan.indicators[goal.indicator], courses[goal.indicator]
    contact = plan.contact(goal=goal.code)
    fallback = visit.view.period or str(visit.publication.today.year)
    return GoalCard(
        position=goal.position,
        name=goal.name,
        href=visit.href(f"/indicatoren/{indicator.code}"),
        reading=reading(indicator, visit.language),
        sentence=indicator.sentence,
        period=course.current.period if course.current else fallback,
        points=course.points,
        criterion=steps(plan.criteria, indicator.code),
        path=path(goal, plan.milestones),
        marks=marks(plan.breaks, (), indicator.code),
        contact=Contact(contact.role, contact.address) if contact else None,
    )


def _choices(visit: Visit) -> Component:
    available = periods(visit.published)
    chosen = period_choice(visit, available, SERIES_KINDS, latest=visit.say("page.latest"))
    return choices("page_overview.choices", {"period": chosen}, language=visit.language)


def _title(visit: Visit, courses: dict[str, Series]) -> str:
    total = len(courses)
    known = sum(one.current is not None and one.current.is_shown for one in courses.values())
    key = "all" if known == total and total else "some" if known else "none"
    return visit.say(f"page_overview.title_{key}", known=known, total=total)


def _scope(visit: Visit) -> str:
    period = visit.view.period
    shown_period = period_name(period, visit.language) if period else visit.say("page.latest_short")
    return f"{visit.say('page_partners.scope')} · {shown_period}"
