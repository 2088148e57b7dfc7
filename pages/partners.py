"""Who the partners are, what they deliver and where to read on."""

from collections.abc import Sequence

import dash
from dash import html
from dash.development.base_component import Component

from components.as_written import as_written
from components.format import number, period_name
from components.frame import page_head
from components.states import empty_state, missing_mark
from components.tables import Column, plain_table, scroll_region
from pages._inhabitants import population_section
from pages._partners_beside import Beside, beside_choices, beside_section
from pages._plan import Plan
from pages._visit import Screen, Visit, document_title, shown
from queries.partners import Partner, partners

PATH = "/partners"
dash.register_page(
    __name__, path=PATH, name="partners", title=document_title, order=6, menu="page_partners.menu"
)


@shown(PATH)
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it."""
    known = partners(visit.published, language=visit.language)
    title = _title(visit, known)
    lede = visit.say("page_partners.lede") if known else None
    plan = Plan(visit)
    beside = Beside(visit, plan)
    head = page_head(title, lede=lede, choices=beside_choices(beside), language=visit.language)
    if not known:
        empty = empty_state(visit.language, text=visit.say("page_partners.none"))
        return Screen(title, [head, empty], visit.say("page_partners.scope"))
    content = [head, *beside_section(beside, known), _clients(visit, known), *population_section(visit, plan)]
    return Screen(title, content, visit.say("page_partners.scope"))


def _clients(visit: Visit, known: Sequence[Partner]) -> Component:
    """Who the partners are; apart from all inhabitants, who stand below them."""
    name = html.H2(visit.say("page_partners.clients_title"), className="fig-title")
    return html.Section([name, _table(visit, known)], className="section clients")


def _title(visit: Visit, known: Sequence[Partner]) -> str:
    if not known:
        return visit.say("page_partners.menu")
    newest = max((one.last_period for one in known if one.last_period), default=None)
    if newest is None:
        return visit.say("page_partners.title_never")
    delivered = sum(one.last_period == newest for one in known)
    if len(known) == 1:  # the file of a partner names no other
        named = period_name(newest, visit.language)
        return visit.say("page_deliveries.title_one", name=known[0].name, period=named)
    key = "title_all" if delivered == len(known) else "title"
    period = period_name(newest, visit.language)
    return visit.say(f"page_partners.{key}", delivered=delivered, total=len(known), period=period)


def _table(visit: Visit, known: Sequence[Partner]) -> Component:
    heads = [
        Column(visit.say("page_partners.name")),
        Column(visit.say("page_partners.sector")),
        Column(visit.say("page_partners.context"), desk=True),
        Column(visit.say("page_partners.agreed"), number=True),
        Column(visit.say("page_partners.delivers"), desk=True),
        Column(visit.say("page_partners.last")),
    ]
    rows = [_row(visit, one) for one in known]
    table = plain_table(heads, rows, stacked=True)
    return scroll_region(table, name=visit.say("page_partners.menu"), language=visit.language)


def _row(visit: Visit, partner: Partner) -> list[str | Component]:
    delivers: str | Component = missing_mark(visit.language, why="not_delivered")
    if partner.delivers:
        delivers = visit.say(f"page_partners.{partner.delivers}")
    last = period_name(partner.last_period, visit.language) if partner.last_period else ""
    return [
        html.A(partner.name, href=visit.href(f"/partners/{partner.code}")),
        as_written(partner.sector, visit.language),
        partner.context or "",
        number(partner.agreed, visit.language),
        delivers,
        html.Span(last or visit.say("page_partners.never"), className="nb"),
    ]
