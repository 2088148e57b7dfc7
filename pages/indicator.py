"""One indicator: what may be said of it, its course, its partners, what counts and how it splits."""

from collections.abc import Sequence

import dash
from dash import html
from dash.development.base_component import Component

from components.descriptions.goal import judged_conclusion
from components.format import period_name
from components.frame import NavItem, page_head
from domain.period import PeriodKind
from pages._apology import UnknownPlace
from pages._choices import bar, grain_choice, partner_choice, period_choice
from pages._course_tile import course_tile
from pages._definition import definition
from pages._funnel import partners_and_clients
from pages._messages import told_section
from pages._plan import Plan
from pages._rows import reading
from pages._series import SERIES_KINDS, Series, kinds_in_view, series
from pages._splits import Split, split_of, split_section
from pages._told import Told
from pages._visit import Screen, Visit, document_title, shown
from queries.indicators import Indicator
from queries.partners import Partner, partners
from queries.periods import periods
from queries.trend import trend

PATH = "/indicatoren/{code}"
dash.register_page(
    __name__, path_template="/indicatoren/<code>", name="indicator", title=document_title, order=20
)


@shown(PATH, uses=("per", "partner", "split"))
def layout(visit: Visit, code: str) -> Screen:
    """The page as the address asks for it; UnknownPlace when the plan has no such indicator or partner."""
    plan = Plan(visit)
    indicator = plan.indicators.get(code)
    known = partners(visit.published, language=visit.language)
    partner = next((one for one in known if one.code == visit.view.partner), None)
    if indicator is None or (visit.view.partner and partner is None):
        raise UnknownPlace
    course = _course(visit, code)
    words, split = reading(indicator, visit.language), split_of(visit, indicator, course, partner)
    title = judged_conclusion(indicator.sentence, course.point, words)
    if partner:
        title = f"{partner.name}: {title}"
    content = [
        page_head(
            title,
            trail=_trail(visit, plan, indicator),
            choices=_choices(visit, course, indicator, known, split),
            language=visit.language,
        ),
        told_section(Told(visit, plan, indicator, course, partner)),
        html.Div(
            [
                html.Div(course_tile(visit, plan, indicator, course, partner=partner), className="c8"),
                definition(visit, plan, indicator, course, partner, className="c4"),
            ],
            className="grid12 after",
        ),
        partners_and_clients(visit, indicator, course, partner),
        *_per_partner(visit, indicator, known),
        split_section(visit, split, indicator, partner),
    ]
    scope = f"{partner.name if partner else _everyone(visit, indicator)} · {_period(visit, course)}"
    return Screen(title, content, scope, bool(course.current and course.current.provisional))


def _per_partner(visit: Visit, indicator: Indicator, known: Sequence[Partner]) -> list[Component]:
    """Where the figure of each partner stands by name; nothing for who sees only one of them."""
    if indicator.is_population or indicator.is_reason or len(known) < 2:
        return []
    href = visit.href("/partners", indicator=indicator.code)
    return [html.P(html.A(visit.say("page_indicator.per_partner", name=indicator.name), href=href))]


def _course(visit: Visit, code: str) -> Series:
    kinds = {*SERIES_KINDS, *kinds_in_view(visit.view)}
    found = trend(visit.published, indicators=[code], kinds=sorted(kinds), partner=visit.view.partner)
    return series(found, code, visit.view)


def _choices(
    visit: Visit, course: Series, indicator: Indicator, known: list[Partner], split: Split | None
) -> Component:
    available = periods(visit.published, indicator=indicator.code, partner=visit.view.partner)
    present = {one.kind for one in available if one.shown}
    kinds = [kind for kind in PeriodKind if kind in present and kind is not PeriodKind.HORIZON]
    horizon = [PeriodKind.HORIZON] if PeriodKind.HORIZON in present else []
    newest = course.current.period if course.current else None
    return bar(
        visit,
        None if indicator.is_population else partner_choice(visit, known),
        period_choice(visit, available, [course.kind, *horizon], newest=newest),
        grain_choice(visit, kinds, course.kind),
        None if indicator.is_population or split is None else split.choice,
    )


def _trail(visit: Visit, plan: Plan, indicator: Indicator) -> list[NavItem]:
    goal = plan.goal_of(indicator.code)
    if goal is None:
        above = NavItem(visit.say("page_indicator.trail_all"), visit.href("/vergelijken"))
    else:
        name = visit.goal(goal.position, goal.name)
        above = NavItem(name, visit.href(f"/doelen/{goal.code}"))
    return [above, NavItem(indicator.name, visit.here(), current=True)]


def _everyone(visit: Visit, indicator: Indicator) -> str:
    return visit.say("page.population" if indicator.is_population else "page_partners.scope")


def _period(visit: Visit, course: Series) -> str:
    code = course.current.period if course.current else visit.view.period
    return period_name(code, visit.language) if code else visit.say("page.latest_short")
