"""Who delivered what and when, what was agreed, and how complete it is."""

from collections.abc import Sequence

import dash
from dash.development.base_component import Component

from components.format import period_name
from components.frame import page_head
from components.states import empty_state
from domain.period import PeriodKind, parse_period
from pages._agreed_figures import agreed_section
from pages._came_in import Came, log_section, matrix_section
from pages._choices import bar, partner_choice, period_choice
from pages._complete import complete_section, unlikely_section
from pages._visit import Screen, Visit, document_title, shown
from queries.coverage import coverage
from queries.deliveries import Delivery
from queries.delivery_log import delivery_log
from queries.partners import Partner, partners
from queries.periods import AvailablePeriod

PATH = "/aanlevering"
dash.register_page(
    __name__, path=PATH, name="aanlevering", title=document_title, order=8, menu="page_deliveries.menu"
)


@shown(PATH, uses=("partner",))
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it; whoever sees one partner sees that one."""
    known = partners(visit.published, language=visit.language)
    every = [row for row in coverage(visit.published) if row.partner in {one.code for one in known}]
    partner = _partner(visit, known)
    rows = [row for row in every if partner is None or row.partner == partner.code]
    came = Came(visit, known, rows, delivery_log(visit.published), _period(visit, rows), partner)
    title = _title(came)
    head = page_head(
        title,
        lede=visit.say("page_deliveries.lede"),
        choices=_choices(came),
        language=visit.language,
    )
    named = period_name(came.period, visit.language) if came.period else visit.say("page.latest_short")
    who = partner.name if partner else visit.say("page_partners.scope")
    return Screen(title, [head, *_body(came)], f"{who} · {named}")


def _body(came: Came) -> list[Component]:
    if not came.rows:
        return [empty_state(came.visit.language, text=came.visit.say("page_deliveries.none"))]
    return [
        matrix_section(came),
        unlikely_section(came),
        agreed_section(came),
        complete_section(came),
        log_section(came),
    ]


def _title(came: Came) -> str:
    visit = came.visit
    if not came.rows:
        return visit.say("page_deliveries.title_never")
    named = period_name(came.period, visit.language)
    now = [row for row in came.rows if row.period == came.period]
    if came.partner is not None:
        return visit.say(f"page_deliveries.title_one{_how(now)}", name=came.partner.name, period=named)
    expected = [row for row in now if row.expected]
    delivered = sum(row.delivered for row in expected)
    if delivered == len(expected):
        return visit.say("page_deliveries.title_all", expected=len(expected), period=named)
    return visit.say("page_deliveries.title", delivered=delivered, expected=len(expected), period=named)


def _how(rows: Sequence[Delivery]) -> str:
    """How one partner stands: delivered, agreed and not delivered, or nothing agreed."""
    if any(row.delivered for row in rows):
        return ""
    return "_missing" if any(row.expected for row in rows) else "_not_agreed"


def _partner(visit: Visit, known: Sequence[Partner]) -> Partner | None:
    """The one that was chosen; a partner's own file names no other."""
    if len(known) == 1:
        return known[0]
    return next((one for one in known if one.code == visit.view.partner), None)


def _period(visit: Visit, rows: Sequence[Delivery]) -> str:
    """The half-year that is asked for or lies at the end of what is, else the newest."""
    codes = sorted({row.period for row in rows})
    if visit.view.period:
        asked = parse_period(visit.view.period)
        inside = [code for code in codes if asked.start <= parse_period(code).end <= asked.end]
        around = [code for code in codes if parse_period(code).contains(asked.start)]
        return (inside or around or codes or [""])[-1]
    return codes[-1] if codes else ""


def _choices(came: Came) -> Component:
    visit = came.visit
    codes = sorted({row.period for row in came.rows}, reverse=True)
    spans = [parse_period(code) for code in codes]
    available = [AvailablePeriod(one.code, one.kind, one.start, one.end, 1) for one in spans]
    newest = codes[0] if codes else None
    period = period_choice(visit, available, [PeriodKind.HALF_YEAR], newest=newest)
    if len(came.known) == 1:
        return bar(visit, period)
    return bar(visit, partner_choice(visit, came.known), period)
