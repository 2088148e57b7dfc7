"""The tables of the comparison: partners side by side, and the population apart from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dash import html
from dash.development.base_component import Component

from components.descriptions.criterion import criterion_on, criterion_text
from components.format import period_name, value
from components.matrix import MatrixCell, MatrixColumn, MatrixRow, matrix
from components.states import hidden_mark, missing_mark
from components.tables import Column, plain_table, scroll_region
from domain.period import parse_period
from pages._facts import source_of
from pages._plan import Plan
from pages._rows import reading, steps
from pages._series import SERIES_KINDS, series
from pages._visit import Visit
from queries._observation import Observation
from queries.agreements import Agreement, is_agreed
from queries.indicators import Indicator
from queries.partners import Partner
from queries.trend import trend


@dataclass(frozen=True)
class Compared:
    """The figures of one period with all that says why one is absent."""

    visit: Visit
    plan: Plan
    period: str
    partners: Sequence[Partner]
    agreements: Sequence[Agreement]
    rows: Sequence[Observation]

    @cached_property
    def is_all_provisional(self) -> bool:
        """Then the line above the page says it once instead of every cell."""
        return all(one.provisional for one in self.rows if one.is_shown)

    def row(self, indicator: str, partner: str | None) -> Observation | None:
        return next((one for one in self.rows if (one.indicator, one.partner) == (indicator, partner)), None)

    def cell(self, indicator: Indicator, partner: Partner | None) -> MatrixCell:
        """The figure where indicator and partner meet, or why there is none."""
        code = partner.code if partner else None
        row = self.row(indicator.code, code)
        if row is not None and row.suppressed:
            return MatrixCell(None, None, "hidden")
        if row is not None and row.value is not None:
            href = self.visit.href(f"/indicatoren/{indicator.code}", partner=code, period=self.period)
            return MatrixCell(
                row.value, row.denominator, "shown", href, row.provisional and not self.is_all_provisional
            )
        span = parse_period(self.period) if self.period else None
        agreed = code is None or (
            span is not None and is_agreed(self.agreements, code, indicator.code, span.start, span.end)
        )
        return MatrixCell(None, None, "not_measured" if agreed else "not_agreed")


def table_section(compared: Compared, domain: str, known: Sequence[Indicator]) -> Component:
    """The indicators of one domain; a partner without any agreement about them has no column."""
    visit = compared.visit
    members = [one for one in compared.partners if _takes_part(compared, one, known)]
    columns = [
        MatrixColumn(visit.say("table.all"), total=True),
        *(MatrixColumn(one.name, visit.href(f"/partners/{one.code}")) for one in members),
    ]
    rows = [_row(compared, indicator, members) for indicator in known]
    title = visit.say("page_compare.domain", domain=visit.say(f"page_compare.{domain}"))
    table = matrix(columns, rows, name=title, language=visit.language)
    return html.Section([html.H2(title, className="fig-title"), table], className="section")


def population_section(visit: Visit, plan: Plan) -> list[Component]:
    """The figures about all inhabitants, visibly apart from those of partners' clients."""
    known = [one for one in plan.indicators.values() if one.is_population]
    if not known:
        return []
    found = trend(visit.published, indicators=[one.code for one in known], kinds=SERIES_KINDS)
    heads = [
        Column(visit.say("table.indicator")),
        Column(visit.say("page_compare.value"), number=True),
        Column(visit.say("page_compare.period")),
        Column(visit.say("table.criterion")),
        Column(visit.say("page_compare.source")),
    ]
    rows = [_population_row(visit, plan, one, found) for one in known]
    title = visit.say("page_compare.population_title")
    return [
        html.Section(
            [
                html.H2(title, className="fig-title"),
                html.P(visit.say("page_compare.population_lede"), className="label"),
                scroll_region(plain_table(heads, rows, stacked=True), name=title, language=visit.language),
            ],
            className="section population",
        )
    ]


def _takes_part(compared: Compared, partner: Partner, known: Sequence[Indicator]) -> bool:
    return any(compared.cell(indicator, partner).state != "not_agreed" for indicator in known)


def _row(compared: Compared, indicator: Indicator, members: Sequence[Partner]) -> MatrixRow:
    words = reading(indicator, compared.visit.language)
    norms = steps([one for one in compared.plan.criteria if not one.partner], indicator.code)
    norm = criterion_on(norms, parse_period(compared.period).middle) if compared.period else None
    cells = [compared.cell(indicator, partner) for partner in (None, *members)]
    return MatrixRow(words, norm, cells, compared.visit.href(f"/indicatoren/{indicator.code}"))


def _population_row(
    visit: Visit, plan: Plan, indicator: Indicator, found: Sequence[Observation]
) -> list[str | Component]:
    current = series(found, indicator.code, visit.view).current
    link = html.A(indicator.name, href=visit.href(f"/indicatoren/{indicator.code}"))
    day = current.middle if current else visit.publication.today
    norm = criterion_text(
        criterion_on(steps(plan.criteria, indicator.code), day), reading(indicator, visit.language)
    )
    if current is None or current.value is None:
        mark = hidden_mark(visit.language) if current and current.suppressed else missing_mark(visit.language)
        return [link, mark, "", norm, ""]
    amount = value(current.value, indicator.unit, visit.language, indicator.decimals)
    return [link, amount, period_name(current.period, visit.language), norm, source_of(visit, current)]
