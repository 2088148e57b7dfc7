"""Every indicator beside partners, care forms or years, and beside its criterion; never ranked."""

from collections.abc import Sequence

import dash
from dash.development.base_component import Component

from components.frame import page_head
from components.projector_parts import on_projector
from components.states import empty_state
from domain.period import PeriodKind
from pages._beside import Beside, beside_choice, beside_of, columns_of
from pages._choices import bar, partner_choice, period_choice
from pages._compared import Compared
from pages._compared_projected import compared_projected
from pages._compared_table import table_section
from pages._inhabitants import population_section
from pages._outcome import Outcome, notes
from pages._plan import Plan
from pages._series import default_period
from pages._visit import Screen, Visit, document_title, shown
from queries.agreements import agreements
from queries.indicators import Indicator
from queries.partners import Partner, partners
from queries.periods import AvailablePeriod, periods

PATH = "/vergelijken"
KINDS = (PeriodKind.HALF_YEAR, PeriodKind.YEAR, PeriodKind.HORIZON, PeriodKind.QUARTER)
dash.register_page(
    __name__, path=PATH, name="vergelijken", title=document_title, order=3, menu="page_compare.menu"
)


@shown(PATH, uses=("partner",))
def layout(visit: Visit) -> Screen:
    """The page as the address asks for it."""
    plan, available = Plan(visit), periods(visit.published, per_partner=True)
    period = visit.view.period or default_period(available, visit.publication.today)
    known, beside = partners(visit.published, language=visit.language), beside_of(visit)
    columns = columns_of(visit, beside, period=period, known=known)
    agreed = agreements(visit.published)
    compared = Compared(visit, plan, period, beside, columns.places, agreed, columns.rows)
    groups = _groups(plan, beside)
    outcome = Outcome(compared, [one for _, members in groups for one in members])
    choices = _choices(visit, beside, available, period, known)
    content: list[Component] = [
        page_head(outcome.title, lede=outcome.lede, choices=choices, language=visit.language),
        *_tables(outcome, groups),
    ]
    if not groups:
        content.append(empty_state(visit.language, text=visit.say("page_compare.none")))
    else:
        content.append(notes(outcome, known))
    content += population_section(visit, plan)
    scope = f"{visit.say('page_partners.scope')} · {compared.about}"
    return Screen(outcome.title, content, scope, any(row.provisional for row in compared.rows))


def _tables(outcome: Outcome, groups: Sequence[tuple[str, list[Indicator]]]) -> list[Component]:
    compared = outcome.compared
    found = [(table_section(compared, name, members), name, members) for name, members in groups]
    tables: list[Component] = [
        on_projector(table, compared_projected(outcome, name, members))
        for table, name, members in found
        if table is not None
    ]
    if tables or not groups:
        return tables
    return [empty_state(compared.visit.language, text=compared.visit.say("page_compare.no_columns"))]


def _groups(plan: Plan, beside: Beside) -> list[tuple[str, list[Indicator]]]:
    """The indicators of partners per domain, those of goals first; the reasons of ending stand elsewhere."""
    order = {goal.indicator: place for place, goal in reversed(list(enumerate(plan.goals)))}
    own = [one for one in plan.indicators.values() if not one.is_population and not one.is_reason]
    if beside is Beside.GOALS:
        own = [one for one in plan.indicators.values() if not one.is_population and one.code in order]
    own.sort(key=lambda one: (order.get(one.code, len(order)), one.name.lower()))
    names = (("jeugd", "jeugd"), ("wmo", "wmo"), ("both", None))
    found = [(name, [one for one in own if one.domain == domain]) for name, domain in names]
    return [(name, members) for name, members in found if members]


def _choices(
    visit: Visit, beside: Beside, available: Sequence[AvailablePeriod], period: str, known: Sequence[Partner]
) -> Component:
    """What to set beside, and of whom and when; a choice that changes nothing is not offered."""
    of_whom = None if beside.is_of_partners else partner_choice(visit, known)
    when = None if beside is Beside.YEAR else period_choice(visit, available, KINDS, newest=period)
    return bar(visit, beside_choice(visit), of_whom, when)
