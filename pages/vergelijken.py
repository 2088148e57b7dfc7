"""Every indicator beside every partner and beside its criterion; alphabetical, never ranked."""

from collections.abc import Sequence

import dash
from dash import html
from dash.development.base_component import Component

from components.choices import choices
from components.format import period_name
from components.frame import page_head
from components.states import empty_state
from domain.period import PeriodKind
from pages._choices import period_choice
from pages._compared import Compared, population_section, table_section
from pages._facts import source_of
from pages._plan import Plan
from pages._series import default_period
from pages._visit import Screen, Visit, document_title, shown
from queries.agreements import agreements
from queries.comparison import comparison
from queries.indicators import Indicator
from queries.partners import partners
from queries.periods import AvailablePeriod, periods

PATH = "/vergelijken"
KINDS = (PeriodKind.HALF_YEAR, PeriodKind.YEAR, PeriodKind.HORIZON, PeriodKind.QUARTER)
dash.register_page(
    __name__, path=PATH, name="vergelijken", title=document_title, order=2, menu="page_compare.menu"
)


@shown(PATH)
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it."""
    plan, available = Plan(visit), periods(visit.published, per_partner=True)
    period = visit.view.period or default_period(available, visit.publication.today)
    compared = Compared(
        visit=visit,
        plan=plan,
        period=period,
        partners=partners(visit.published, language=visit.language),
        agreements=agreements(visit.published),
        rows=comparison(visit.published, period=period),
    )
    groups = _groups(plan)
    title = _title(compared, [one for _, members in groups for one in members])
    content: list[Component] = [
        page_head(
            title,
            lede=visit.say("page_compare.lede"),
            choices=_choices(visit, available, period),
            language=visit.language,
        ),
        *(table_section(compared, name, members) for name, members in groups),
    ]
    if not groups:
        content.append(empty_state(visit.language, text=visit.say("page_compare.none")))
    else:
        content.append(_notes(compared))
    content += population_section(visit, plan)
    scope = f"{visit.say('page_partners.scope')} · {period_name(period, visit.language)}"
    return Screen(title, content, scope, any(row.provisional for row in compared.rows))


def _groups(plan: Plan) -> list[tuple[str, list[Indicator]]]:
    """The indicators of partners per domain, those of goals first; the reasons of ending stand elsewhere."""
    order = {goal.indicator: place for place, goal in reversed(list(enumerate(plan.goals)))}
    own = [one for one in plan.indicators.values() if not one.is_population and not one.is_reason]
    own.sort(key=lambda one: (order.get(one.code, len(order)), one.name.lower()))
    names = (("jeugd", "jeugd"), ("wmo", "wmo"), ("both", None))
    found = [(name, [one for one in own if one.domain == domain]) for name, domain in names]
    return [(name, members) for name, members in found if members]


def _title(compared: Compared, known: Sequence[Indicator]) -> str:
    """How much of what was agreed can be seen; which partner stands out is not for a title."""
    agreed = shown_count = 0
    for indicator in known:
        cells = [compared.cell(indicator, partner) for partner in compared.partners]
        agreed += sum(cell.state != "not_agreed" for cell in cells)
        shown_count += sum(cell.state == "shown" for cell in cells)
    period = period_name(compared.period, compared.visit.language) if compared.period else ""
    key = "title_none" if not shown_count else "title_all" if shown_count == agreed else "title"
    return compared.visit.say(f"page_compare.{key}", shown=shown_count, agreed=agreed, period=period)


def _choices(visit: Visit, available: Sequence[AvailablePeriod], period: str) -> Component:
    latest = visit.say("page_compare.latest")
    if not visit.view.period and period:
        latest = visit.say("page_indicator.latest", period=period_name(period, visit.language))
    chosen = {"period": period_choice(visit, available, KINDS, latest=latest)}
    return choices("page_compare.choices", chosen, language=visit.language)


def _notes(compared: Compared) -> Component:
    visit = compared.visit
    contexts = [
        html.P([html.B(one.name), ". ", one.context], className="label")
        for one in compared.partners
        if one.context
    ]
    least = visit.publication.min_clients
    key = html.Ul(
        [
            html.Li(
                html.Span(visit.say("page_compare.key_hidden", number=least)), className="cell cell--hidden"
            ),
            html.Li(html.Span(visit.say("page_compare.key_absent")), className="cell cell--absent"),
            html.Li(html.Span(visit.say("page_compare.key_not_agreed")), className="cell cell--absent"),
        ],
        className="matrix-key",
    )
    widest = max(
        (row for row in compared.rows if row.partner is None and row.expected_from),
        key=lambda row: row.expected_from or 0,
        default=None,
    )
    source = source_of(visit, widest)
    foot = html.P(visit.say("figure.source", source=source), className="small")
    download = html.A(
        visit.say("figure.csv"), href=visit.csv("vergelijking", period=compared.period), download=""
    )
    left = html.Div(
        [key, html.P(visit.say("page_compare.reading"), className="note"), foot, download], className="c7"
    )
    who = html.H2(visit.say("page_compare.who"), className="fig-title")
    right = [html.Div([who, *contexts], className="c5")] if contexts else []
    return html.Div([left, *right], className="grid12 after")
