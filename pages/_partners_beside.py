"""From a goal to its indicator to the partners: one indicator beside every partner, in alphabetical order."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.format import capital, period_name
from components.tables import Column, Content, plain_table, scroll_region
from pages._choices import bar, indicator_choice, period_choice
from pages._facts import unproved
from pages._others import others_name, others_note
from pages._own import Own
from pages._own_table import amount_of, counted_amount, strip_of, told_of
from pages._plan import Plan
from pages._series import default_period
from pages._visit import Visit
from queries._observation import Observation
from queries.agreements import agreements
from queries.comparison import comparison
from queries.indicators import Indicator
from queries.other_partners import OtherPartners, other_partners
from queries.partners import Partner
from queries.periods import AvailablePeriod, periods

_KEYS = ("name", "own_value", "margin", "told")


class Beside:
    """One indicator of the goals, or another that was chosen, in one period."""

    def __init__(self, visit: Visit, plan: Plan) -> None:
        self.visit, self.plan = visit, plan
        self.offered = _offered(plan)
        named = {one.code: one for one in self.offered}
        self.indicator = named.get(visit.view.indicator or "", next(iter(self.offered), None))
        asked = self.indicator.code if self.indicator else None
        self.available = periods(visit.published, indicator=asked, per_partner=True)
        self.period = visit.view.period or default_period(self.available, visit.publication.today)

    @property
    def kinds(self) -> list[str]:
        """The kinds of period in which partners have figures of their own."""
        return sorted({one.kind for one in self.available})


def beside_choices(beside: Beside) -> Component | None:
    """Which indicator in which period."""
    if beside.indicator is None:
        return None
    visit = beside.visit
    available: Sequence[AvailablePeriod] = beside.available
    return bar(
        visit,
        indicator_choice(visit, beside.offered, beside.indicator.code),
        period_choice(visit, available, beside.kinds, newest=beside.period),
    )


def beside_section(beside: Beside, known: Sequence[Partner]) -> list[Component]:
    """The indicator of every partner with its interval, criterion and state; nothing without an indicator."""
    visit, indicator = beside.visit, beside.indicator
    if indicator is None or not known:
        return []
    rows = comparison(visit.published, period=beside.period) if beside.period else []
    every = agreements(visit.published)
    owned = [
        Own(visit, beside.plan, one, beside.period, [two for two in every if two.partner == one.code], rows)
        for one in known
    ]
    shown = sum(own.is_known(indicator) for own in owned)
    title = _title(visit, indicator, known, shown)
    period = period_name(beside.period, visit.language) if beside.period else visit.say("page.latest_short")
    sub = visit.say(
        "page_partners.sub_own" if len(known) == 1 else "page_partners.sub_indicator", period=capital(period)
    )
    others = _others(beside, indicator)
    table = _table(owned, indicator, others)
    address = visit.csv("vergelijking", period=beside.period) if beside.period else None
    link = html.A(visit.say("figure.csv"), href=address, download="") if address else ""
    return [
        html.Section(
            [
                html.H2(title, className="fig-title"),
                html.P(sub, className="fig-sub"),
                scroll_region(table, name=title, language=visit.language),
                *others_note(visit, others),
                html.P(link, className="small"),
                *unproved(visit),
            ],
            className="section beside",
        )
    ]


def _title(visit: Visit, indicator: Indicator, known: Sequence[Partner], shown: int) -> str:
    """How many partners have a figure; the file of a partner names no other."""
    if len(known) == 1:
        return visit.say("page_partners.title_own", name=indicator.name, partner=known[0].name)
    key = "page_partners.title_indicator_one" if shown == 1 else "page_partners.title_indicator"
    return visit.say(key, name=indicator.name, known=shown, total=len(known))


def _offered(plan: Plan) -> list[Indicator]:
    """The indicators of partners, those of goals first and in the order of the goals."""
    order = {goal.indicator: place for place, goal in reversed(list(enumerate(plan.goals)))}
    own = [one for one in plan.indicators.values() if not one.is_population and not one.is_reason]
    return sorted(own, key=lambda one: (order.get(one.code, len(order)), one.name.lower()))


def _table(owned: Sequence[Own], indicator: Indicator, others: Sequence[OtherPartners]) -> Component:
    visit, keys = owned[0].visit, {"margin": "page_partner.margin"}
    columns = [
        Column(visit.say(keys.get(key, f"page_partners.{key}")), number=key == "own_value") for key in _KEYS
    ]
    told = [
        _whole(owned[0], indicator),
        *(_row(own, indicator) for own in owned),
        *(_other_row(owned[0], indicator, one) for one in others),
    ]
    return plain_table(columns, told, stacked=True)


def _row(own: Own, indicator: Indicator) -> list[Content]:
    row = own.row(indicator, own.partner.code)
    href = own.visit.href(f"/partners/{own.partner.code}", indicator=indicator.code)
    link = html.A(own.partner.name, href=href)
    return [link, counted_amount(own, indicator, row), *_judged(own, indicator, row)]


def _whole(own: Own, indicator: Indicator) -> list[Content]:
    """All partners together, which the indicator's own page judges; `own` is any of them."""
    row = own.row(indicator, None)
    link = html.A(own.visit.say("page_partners.all"), href=own.visit.href(f"/indicatoren/{indicator.code}"))
    amount = counted_amount(own, indicator, row) if row else amount_of(own.visit, indicator, None)
    return [link, amount, *_judged(own, indicator, row)]


def _others(beside: Beside, indicator: Indicator) -> list[OtherPartners]:
    """The partners whose figures do not stand apart, together; at most one row."""
    found = other_partners(beside.visit.published, period=beside.period) if beside.period else []
    return [one for one in found if one.indicator == indicator.code]


def _other_row(own: Own, indicator: Indicator, row: OtherPartners) -> list[Content]:
    return [others_name(own.visit, row), counted_amount(own, indicator, row), *_judged(own, indicator, row)]


def _judged(own: Own, indicator: Indicator, row: Observation | None) -> list[Content]:
    return [strip_of(own, indicator, row), told_of(own, indicator, row)]
