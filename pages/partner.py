"""One partner: from goal to indicator to split, why help ended, what was delivered, whom to call."""

from collections import Counter
from collections.abc import Sequence

import dash
from dash import html
from dash.development.base_component import Component

from components.format import capital, count_word, period_name
from components.frame import NavItem, page_head
from components.projector_parts import on_projector
from components.states import empty_state
from domain.period import PeriodKind
from domain.status import Status
from pages._apology import UnknownPlace
from pages._choices import bar, period_choice, place_choice
from pages._experience import experience_section
from pages._joint import joint_section
from pages._one import one_section
from pages._own import Own
from pages._own_table import indicator_table
from pages._partner_projected import own_projected
from pages._partner_sides import apart_section, deliveries_section, people_section, promises_section
from pages._plan import Plan
from pages._reasons import reasons_tiles
from pages._reasons_time import reasons_time_tiles
from pages._series import default_period
from pages._time import time_section
from pages._visit import Screen, Visit, document_title, shown
from queries.agreements import agreements
from queries.comparison import comparison
from queries.partners import Partner, partners
from queries.periods import AvailablePeriod, periods

KINDS = (PeriodKind.HALF_YEAR, PeriodKind.YEAR, PeriodKind.HORIZON, PeriodKind.QUARTER)
PATH = "/partners/{code}"
_SENTENCES = (Status.MET, Status.NOT_MET, Status.UNDECIDED)
dash.register_page(__name__, path_template="/partners/<code>", name="partner", title=document_title, order=10)


@shown(PATH, uses=("split",))
def layout(visit: Visit, code: str) -> Screen:
    """The page as the address asks for it; UnknownPlace when the plan has no such partner."""
    partner = next(iter(partners(visit.published, language=visit.language, code=code)), None)
    if partner is None:
        raise UnknownPlace
    available = periods(visit.published, partner=code)
    period = visit.view.period or default_period(available, visit.publication.today)
    own = Own(
        visit=visit,
        plan=Plan(visit, code),
        partner=partner,
        period=period,
        agreements=agreements(visit.published, partner=code),
        rows=comparison(visit.published, period=period),
    )
    title = _title(own)
    content: list[Component] = [
        page_head(
            title,
            trail=_trail(visit, partner),
            choices=_choices(visit, available, period),
            language=visit.language,
        ),
        *_body(own),
    ]
    named = period_name(period, visit.language) if period else visit.say("page.latest_short")
    return Screen(title, content, f"{partner.name} · {named}", any(row.provisional for row in own.shown_rows))


def _body(own: Own) -> list[Component]:
    deliveries = on_projector(html.Div(deliveries_section(own), className="c6"))
    if not own.indicators:
        people = html.Div(people_section(own), className="c6")
        return [empty_state(own.visit.language), html.Div([deliveries, people], className="grid12")]
    visit, code = own.visit, own.partner.code
    found = reasons_tiles(visit, own.period, own.partner)
    reasons = [on_projector(html.Div(one, className="section c6")) for one in found]
    through = [html.Section(one, className="section") for one in reasons_time_tiles(visit, own.partner)]
    promises, people = (html.Div(part(own), className="c6") for part in (promises_section, people_section))
    return [
        on_projector(html.Div(indicator_table(own, className="c12"), className="grid12"), own_projected(own)),
        html.Div([promises, people], className="grid12 after"),
        one_section(own),
        *experience_section(own),
        *time_section(own),
        html.Div([*reasons, deliveries], className="grid12 after"),
        *through,
        on_projector(joint_section(visit, code)),
        apart_section(own),
    ]


def _title(own: Own) -> str:
    visit, total = own.visit, len(own.agreed)
    if not total:
        return visit.say("page_partner.title_none", name=own.partner.name)
    counts = Counter(own.told(indicator) for indicator in own.agreed)
    named = {status: count_word(counts[status], visit.language) for status in Status if counts[status]}
    judged = sum(counts[status] for status in _SENTENCES)
    if not judged:
        known = sum(own.is_known(indicator) for indicator in own.agreed)
        key = "title_all" if known == total else "title"
        period = period_name(own.period, visit.language) if own.period else ""
        return visit.say(
            f"page_partner.{key}", name=own.partner.name, known=known, total=total, period=period
        )
    opening = visit.say(
        "page_partner.title_judged",
        name=own.partner.name,
        met=count_word(counts[Status.MET], visit.language)
        if counts[Status.MET]
        else visit.say("page_partner.no_one"),
        total=count_word(judged, visit.language),
    )
    rest = [
        visit.say(f"page_partner.title_{status}", count=named[status])
        for status in _SENTENCES[1:]
        if status in named
    ]
    return " ".join([opening, *map(capital, rest)])


def _trail(visit: Visit, partner: Partner) -> list[NavItem]:
    above = NavItem(visit.say("page_partner.trail"), visit.href("/partners"))
    return [above, NavItem(partner.name, visit.here(), current=True)]


def _choices(visit: Visit, available: Sequence[AvailablePeriod], period: str) -> Component:
    known = partners(visit.published, language=visit.language)
    return bar(visit, place_choice(visit, known, PATH), period_choice(visit, available, KINDS, newest=period))
