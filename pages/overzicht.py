"""How do the goals stand? Every ambition with its goals as cards."""

from itertools import groupby

import dash
from dash import html
from dash.development.base_component import Component

from components.choices import choices
from components.format import period_name
from components.frame import page_head
from components.goal_card import goals_key
from components.states import empty_state
from pages._ambitions import Ambition, ambition_section, population_section
from pages._choices import period_choice
from pages._plan import Plan
from pages._series import SERIES_KINDS, Series, kinds_in_view, series
from pages._visit import Screen, Visit, document_title, shown
from queries.periods import periods
from queries.trend import trend

dash.register_page(
    __name__, path="/", name="overzicht", title=document_title, order=1, menu="page_overview.menu"
)


@shown("/")
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it; the first ambition gives the page its title."""
    plan = Plan(visit)
    courses = _courses(visit, plan)
    if not plan.goals:
        return _empty(visit)
    ambitions = [
        Ambition(visit, plan, list(members), courses)
        for _, members in groupby(plan.goals, key=lambda goal: goal.ambition)
    ]
    first = ambitions[0]
    others = [one for one in ambitions[1:] if not one.is_population]
    population = [one for one in ambitions[1:] if one.is_population]
    head = page_head(
        first.text,
        label=first.label,
        lede=first.lede,
        choices=_choices(visit),
        language=visit.language,
    )
    content: list[Component] = [head, *first.cards(2), *(ambition_section(one) for one in others)]
    if population:
        content.append(population_section(population))
    content += [goals_key(visit.language), html.P(_reading(visit), className="note")]
    provisional = any(one.current is not None and one.current.provisional for one in courses.values())
    return Screen(first.text, content, _scope(visit), provisional)


def _empty(visit: Visit) -> Screen:
    state = empty_state(visit.language, text=visit.say("page_overview.nothing"))
    return Screen(visit.say("page_overview.menu"), [state], _scope(visit))


def _courses(visit: Visit, plan: Plan) -> dict[str, Series]:
    """Per indicator of a goal its figures for all partners together, or for the population."""
    codes = sorted({goal.indicator for goal in plan.goals})
    kinds = {*SERIES_KINDS, *kinds_in_view(visit.view)}
    found = trend(visit.published, indicators=codes, kinds=sorted(kinds))
    return {code: series(found, code, visit.view) for code in codes}


def _choices(visit: Visit) -> Component:
    available = periods(visit.published)
    chosen = period_choice(visit, available, SERIES_KINDS, latest=visit.say("page.latest"))
    return choices("page_overview.choices", {"period": chosen}, language=visit.language)


def _reading(visit: Visit) -> list[str | Component]:
    """What the words mean, and where it is explained."""
    link = html.A(visit.say("page_method.link"), href=visit.href("/methode"))
    return [visit.say("page_overview.reading"), " ", link]


def _scope(visit: Visit) -> str:
    period = visit.view.period
    shown_period = period_name(period, visit.language) if period else visit.say("page.latest_short")
    return f"{visit.say('page_partners.scope')} · {shown_period}"
