"""Every indicator beside every partner and beside its criterion; alphabetical, never ranked."""

from collections.abc import Sequence

import dash
from dash.development.base_component import Component

from components.choices import choices
from components.format import period_name
from components.frame import page_head
from components.states import empty_state
from domain.period import PeriodKind
from pages._choices import period_choice
from pages._compared import Compared, table_section
from pages._inhabitants import population_section
from pages._outcome import Outcome, notes
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
    outcome = Outcome(compared, [one for _, members in groups for one in members])
    content: list[Component] = [
        page_head(
            outcome.title,
            lede=outcome.lede,
            choices=_choices(visit, available, period),
            language=visit.language,
        ),
        *(table_section(compared, name, members) for name, members in groups),
    ]
    if not groups:
        content.append(empty_state(visit.language, text=visit.say("page_compare.none")))
    else:
        content.append(notes(outcome))
    content += population_section(visit, plan)
    scope = f"{visit.say('page_partners.scope')} · {period_name(period, visit.language)}"
    return Screen(outcome.title, content, scope, any(row.provisional for row in compared.rows))


def _groups(plan: Plan) -> list[tuple[str, list[Indicator]]]:
    """The indicators of partners per domain, those of goals first; the reasons of ending stand elsewhere."""
    order = {goal.indicator: place for place, goal in reversed(list(enumerate(plan.goals)))}
    own = [one for one in plan.indicators.values() if not one.is_population and not one.is_reason]
    own.sort(key=lambda one: (order.get(one.code, len(order)), one.name.lower()))
    names = (("jeugd", "jeugd"), ("wmo", "wmo"), ("both", None))
    found = [(name, [one for one in own if one.domain == domain]) for name, domain in names]
    return [(name, members) for name, members in found if members]


def _choices(visit: Visit, available: Sequence[AvailablePeriod], period: str) -> Component:
    latest = visit.say("page_compare.latest")
    if not visit.view.period and period:
        latest = visit.say("page_indicator.latest", period=period_name(period, visit.language))
    chosen = {"period": period_choice(visit, available, KINDS, latest=latest)}
    return choices("page_compare.choices", chosen, language=visit.language)
