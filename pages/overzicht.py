"""How do the goals stand? Who may ask decides how it opens: as cards, as lines, or with one's own figures."""

from collections.abc import Sequence
from itertools import groupby

import dash
from dash import html
from dash.development.base_component import Component

from access.reader import Role, reader
from components.format import period_name
from components.frame import page_head
from components.goal_card import goals_key
from components.projector_parts import on_projector
from components.states import empty_state
from pages._ambitions import Ambition, ambition_section, population_section
from pages._choices import bar, period_choice
from pages._home_alderman import alderman_home
from pages._home_partner import own_of, partner_home
from pages._home_steering import talk_sections
from pages._overview_projected import overview_tables, population_tables
from pages._plan import Plan
from pages._series import SERIES_KINDS
from pages._turns import Turn, turns
from pages._visit import Screen, Visit, document_title, shown
from queries.periods import periods

dash.register_page(
    __name__, path="/", name="overzicht", title=document_title, order=1, menu="page_overview.menu"
)


@shown("/", uses=())
def layout(visit: Visit) -> Screen:
    """The start that belongs to the reader."""
    who = reader()
    if who.role is Role.PARTNER and who.partner is not None:
        return _partner(visit, who.partner)
    plan = Plan(visit)
    if not plan.goals:
        return _empty(visit)
    return _alderman(visit, plan) if who.role is Role.ALDERMAN else _steering(visit, plan)


def _steering(visit: Visit, plan: Plan) -> Screen:
    """Every ambition with its goals as cards; the first one gives the page its title."""
    known = turns(visit, plan)
    courses = {turn.indicator.code: turn.course for turn in known}
    ambitions = [
        Ambition(visit, plan, list(members), courses)
        for _, members in groupby(plan.goals, key=lambda goal: goal.ambition)
    ]
    first = ambitions[0]
    others = [one for one in ambitions[1:] if not one.is_population]
    population = [one for one in ambitions[1:] if one.is_population]
    head = page_head(
        first.text, label=first.label, lede=first.lede, choices=_choices(visit), language=visit.language
    )
    head = on_projector(head, lambda: overview_tables(visit, plan))
    content: list[Component] = [head, *first.cards(2), talk_sections(visit, known)]
    content += [ambition_section(one) for one in others]
    if population:
        section = population_section(population)
        content.append(on_projector(section, lambda: population_tables(visit, plan)))
    content += [goals_key(visit.language), html.P(_reading(visit), className="note")]
    return Screen(first.text, content, _scope(visit), _is_provisional(known))


def _alderman(visit: Visit, plan: Plan) -> Screen:
    known = turns(visit, plan)
    title, content = alderman_home(visit, plan, known, _choices(visit))
    return Screen(title, content, _scope(visit), _is_provisional(known))


def _partner(visit: Visit, code: str) -> Screen:
    own = own_of(visit, code)
    known = turns(visit, own.plan, partner=code, period=own.period or None)
    title, content = partner_home(own, known, _choices(visit, newest=own.period or None))
    return Screen(title, content, _scope(visit, own.partner.name, own.period), _is_provisional(known))


def _is_provisional(known: Sequence[Turn]) -> bool:
    return any(turn.now is not None and turn.now.provisional for turn in known)


def _empty(visit: Visit) -> Screen:
    state = empty_state(visit.language, text=visit.say("page_overview.nothing"))
    return Screen(visit.say("page_overview.menu"), [state], _scope(visit))


def _choices(visit: Visit, *, newest: str | None = None) -> Component:
    return bar(visit, period_choice(visit, periods(visit.published), SERIES_KINDS, newest=newest))


def _reading(visit: Visit) -> list[str | Component]:
    """What the words mean, and where it is explained."""
    link = html.A(visit.say("page_method.link"), href=visit.href("/methode"))
    return [visit.say("page_overview.reading"), " ", link]


def _scope(visit: Visit, about: str = "", newest: str = "") -> str:
    period = visit.view.period or newest
    shown_period = period_name(period, visit.language) if period else visit.say("page.latest_short")
    return f"{about or visit.say('page_partners.scope')} · {shown_period}"
