"""Which help follows which, how long it takes, and what it led to."""

from collections.abc import Sequence

import dash
from dash import html
from dash.development.base_component import Component

from components.format import number, period_name, period_range
from components.frame import page_head
from components.states import empty_state
from domain.period import Period, parse_period
from pages._care_paths import flow_tile, notes_of, path_section
from pages._choices import bar, partner_choice, period_choice
from pages._joint import joint_section
from pages._visit import Screen, Visit, document_title, shown
from queries.care_path_scopes import CarePathScope, care_path_scopes
from queries.care_paths import CarePath, care_paths
from queries.partners import Partner, partners
from queries.periods import AvailablePeriod

PATH = "/zorgpaden"
dash.register_page(
    __name__, path=PATH, name="zorgpaden", title=document_title, order=7, menu="page_paths.menu"
)


@shown(PATH, uses=("partner",))
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it."""
    known = partners(visit.published, language=visit.language)
    every = care_path_scopes(visit.published)
    own = [one for one in every if one.partner == visit.view.partner]
    period = _period(visit, own)
    scopes = [one for one in own if one.period == period]
    partner = next((one for one in known if one.code == visit.view.partner), None)
    title, content = _content(visit, scopes, period, partner)
    lede = visit.say("page_paths.lede", months=scopes[0].window_months) if scopes else None
    head = page_head(title, lede=lede, choices=_choices(visit, own, every, known), language=visit.language)
    named = _ended(visit, scopes) if scopes else visit.say("page.latest_short")
    who = partner.name if partner else visit.say("page_partners.scope")
    scope = visit.say("page_paths.scope", partner=who, period=named)
    return Screen(title, [head, *content], scope, any(one.provisional for one in scopes))


def _content(
    visit: Visit, scopes: Sequence[CarePathScope], period: str, partner: Partner | None
) -> tuple[str, list[Component]]:
    """The conclusion of the first domain, and everything below it."""
    joint = joint_section(visit, partner.code if partner else None)
    if not scopes:
        key = "none_here" if visit.view.partner or visit.view.period else "none"
        empty = empty_state(visit.language, text=visit.say(f"page_paths.{key}"))
        return visit.say("page_paths.title_none"), [empty, joint]
    found = care_paths(visit.published, period=period, language=visit.language, partner=visit.view.partner)
    parts: list[Component] = []
    if visit.view.period and visit.view.period != period:
        told = visit.say("page_paths.other_period", period=period_name(period, visit.language))
        parts.append(html.P(told, className="note"))
    for scope in scopes:
        rows = [row for row in found if row.domain == scope.domain]
        tile = flow_tile(visit, rows, scope, partner)
        parts.append(html.Section([tile, notes_of(visit, rows, scope, partner)], className="section flow"))
        parts.append(path_section(visit, rows, scope))
    parts.append(html.P(visit.say("page_paths.caution"), className="note"))
    return _title(visit, found, scopes[0].window_months), [*parts, joint]


def _ended(visit: Visit, scopes: Sequence[CarePathScope]) -> str:
    """The years in which help ended that could be followed, which are fewer than those of a horizon."""
    first, last = min(one.first_year for one in scopes), max(one.last_year for one in scopes)
    return period_range(str(first), str(last), visit.language)


def _title(visit: Visit, found: Sequence[CarePath], months: int) -> str:
    """How often anything followed, as far as it may be told."""
    total = sum(row.paths or 0 for row in found)
    if not total:
        return visit.say("flow.title_hidden")
    return visit.say("page_paths.title", number=number(total, visit.language), months=months)


def _period(visit: Visit, scopes: Sequence[CarePathScope]) -> str:
    """What is asked, else the year around it, else the whole horizon."""
    codes = [one.period for one in scopes]
    asked = visit.view.period
    if asked in codes:
        return asked
    around = str(parse_period(asked).start.year) if asked else ""
    if around in codes:
        return around
    return codes[0] if codes else ""


def _choices(
    visit: Visit, own: Sequence[CarePathScope], every: Sequence[CarePathScope], known: Sequence[Partner]
) -> Component:
    """The periods of whom is chosen, and the partners that have care paths."""
    spans: dict[str, Period] = {one.period: parse_period(one.period) for one in own}
    available = [AvailablePeriod(code, span.kind, span.start, span.end, 1) for code, span in spans.items()]
    newest = own[0].period if own else None
    having = {one.partner for one in every}
    offered = [one for one in known if one.code in having]
    period = period_choice(visit, available, [one.kind for one in available], newest=newest)
    return bar(visit, partner_choice(visit, offered), period)
