"""The tables of the comparison: partners side by side, and the population apart from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dash import html
from dash.development.base_component import Component

from components.descriptions.criterion import criterion_on
from components.descriptions.judgement import criterion_sentence, told_status
from components.figures.rows import CriterionStep
from components.matrix import MatrixCell, MatrixColumn, MatrixRow, matrix
from domain.period import parse_period
from pages._plan import Plan
from pages._rows import reading, steps, trend_point
from pages._visit import Visit
from queries._observation import Observation
from queries.agreements import Agreement, is_agreed
from queries.criteria import Criterion, criteria
from queries.indicators import Indicator
from queries.partners import Partner


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
    def criteria(self) -> Sequence[Criterion]:
        return criteria(self.visit.published, every_partner=True)

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
            return self._shown(row, indicator)
        span = parse_period(self.period) if self.period else None
        agreed = code is None or (
            span is not None and is_agreed(self.agreements, code, indicator.code, span.start, span.end)
        )
        return MatrixCell(None, None, "not_measured" if agreed else "not_agreed")

    def _shown(self, row: Observation, indicator: Indicator) -> MatrixCell:
        point = trend_point(row)
        norm = self.criterion(indicator, row.partner)
        return MatrixCell(
            row.value,
            row.denominator,
            href=self.visit.href(f"/indicatoren/{indicator.code}", partner=row.partner, period=self.period),
            provisional=row.provisional and not self.is_all_provisional,
            status=told_status(point),
            strong=bool(row.strong),
            small=bool(row.small),
            title=criterion_sentence(point, norm, reading(indicator, self.visit.language)),
        )

    def criterion(self, indicator: Indicator, partner: str | None) -> CriterionStep | None:
        """The criterion at the end of the period; a partner's own goes before the general one."""
        known = [one for one in self.criteria if one.partner in (None, partner)]
        day = parse_period(self.period).end if self.period else self.visit.publication.today
        return criterion_on(steps(known, indicator.code), day)


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


def _takes_part(compared: Compared, partner: Partner, known: Sequence[Indicator]) -> bool:
    return any(compared.cell(indicator, partner).state != "not_agreed" for indicator in known)


def _row(compared: Compared, indicator: Indicator, members: Sequence[Partner]) -> MatrixRow:
    words = reading(indicator, compared.visit.language)
    norm = compared.criterion(indicator, None)
    cells = [compared.cell(indicator, partner) for partner in (None, *members)]
    return MatrixRow(words, norm, cells, compared.visit.href(f"/indicatoren/{indicator.code}"))
