"""The tables of the comparison: indicators beside partners, care forms or years, each with its criterion."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from dash import html
from dash.development.base_component import Component

from components.descriptions.criterion import criterion_on
from components.descriptions.judgement import criterion_sentence, told_status
from components.figures.rows import CriterionStep
from components.format import period_name, period_range
from components.matrix import MatrixCell, MatrixColumn, MatrixRow, matrix
from domain.period import parse_period
from pages._beside import Beside, Place
from pages._plan import Plan
from pages._rows import reading, steps, trend_point
from pages._visit import Visit
from queries._observation import Observation
from queries.agreements import Agreement, is_agreed
from queries.criteria import Criterion, criteria
from queries.indicators import Indicator
from queries.other_partners import OtherPartners


@dataclass(frozen=True)
class Compared:
    """The figures beside each other, with all that says why one is absent; the first place is the total."""

    visit: Visit
    plan: Plan
    period: str
    beside: Beside
    places: Sequence[Place]
    agreements: Sequence[Agreement]
    rows: Sequence[Observation]

    @property
    def about(self) -> str:
        """The period, or all years, in words."""
        language = self.visit.language
        years = [place.key for place in self.places if place.key]
        if self.beside is Beside.YEAR and years:
            return period_range(years[0], years[-1], language)
        return period_name(self.period, language) if self.period else ""

    @cached_property
    def criteria(self) -> Sequence[Criterion]:
        return criteria(self.visit.published, every_partner=True)

    @cached_property
    def is_all_provisional(self) -> bool:
        """Then the line above the page says it once instead of every cell."""
        return all(one.provisional for one in self.rows if one.is_shown)

    @cached_property
    def by_place(self) -> dict[tuple[str, str | None], Observation]:
        return {(row.indicator, self.beside.key_of(row)): row for row in self.rows}

    def cell(self, indicator: Indicator, place: Place) -> MatrixCell:
        """The figure where indicator and place meet, or why there is none."""
        row = self.by_place.get((indicator.code, place.key))
        if row is not None and row.suppressed:
            href = self._href(row, indicator, place)
            return MatrixCell(None, None, "hidden", href=href, hidden_since=row.hidden_since)
        if row is not None and row.value is not None:
            return self._shown(row, indicator, place)
        if place.others:
            return MatrixCell(None, None, "none")
        state: Literal["not_measured", "not_agreed"]
        state = "not_measured" if self._is_agreed(indicator, place) else "not_agreed"
        return MatrixCell(None, None, state, href=self._asked_of(place))

    def _href(self, row: Observation, indicator: Indicator, place: Place) -> str:
        return self.visit.href(f"/indicatoren/{indicator.code}", **self.beside.choices_of(row, place))

    def _asked_of(self, place: Place) -> str | None:
        """Where it stands what a partner agreed to deliver, and what it did deliver."""
        if not self.beside.is_of_partners or place.key is None:
            return None
        return self.visit.href("/aanlevering", partner=place.key)

    def _is_agreed(self, indicator: Indicator, place: Place) -> bool:
        """Only a partner can have agreed to deliver nothing here."""
        if not self.beside.is_of_partners or place.key is None:
            return True
        span = parse_period(self.period) if self.period else None
        return span is not None and is_agreed(
            self.agreements, place.key, indicator.code, span.start, span.end
        )

    def _shown(self, row: Observation, indicator: Indicator, place: Place) -> MatrixCell:
        norm = self.criterion(indicator, row)
        return MatrixCell(
            row.value,
            row.denominator,
            href=None if place.others else self._href(row, indicator, place),
            partners=row.partners if isinstance(row, OtherPartners) else None,
            provisional=row.provisional and not self.is_all_provisional,
            status=told_status(trend_point(row)),
            strong=bool(row.strong),
            small=bool(row.small),
            movement=row.movement,
            title=criterion_sentence(trend_point(row), norm, reading(indicator, self.visit.language)),
        )

    def criterion(self, indicator: Indicator, row: Observation | None = None) -> CriterionStep | None:
        """The criterion at the end of the period; a partner's own goes before the general one."""
        known = [one for one in self.criteria if one.partner in (None, row.partner if row else None)]
        today = self.visit.publication.today
        end = row.end if row else parse_period(self.period).end if self.period else today
        return criterion_on(steps(known, indicator.code), end)


def table_section(compared: Compared, domain: str, known: Sequence[Indicator]) -> Component | None:
    """The indicators of one domain beside the places that have to do with them; None where there are none."""
    visit = compared.visit
    members = [one for one in compared.places if one.total or _takes_part(compared, one, known)]
    if len(members) < 2:
        return None
    columns = [MatrixColumn(one.name, one.href, total=one.total) for one in members]
    rows = [_row(compared, indicator, members) for indicator in known]
    title = visit.say(f"page_compare.domain_{compared.beside}", domain=visit.say(f"page_compare.{domain}"))
    table = matrix(columns, rows, name=title, language=visit.language)
    return html.Section([html.H2(title, className="fig-title"), table], className="section")


def _takes_part(compared: Compared, place: Place, known: Sequence[Indicator]) -> bool:
    """A partner without any agreement, or a care form without any figure, has no column."""
    cells = [compared.cell(indicator, place).state for indicator in known]
    if compared.beside.is_of_partners and not place.others:
        return any(state != "not_agreed" for state in cells)
    return any(state in ("shown", "hidden") for state in cells)


def _row(compared: Compared, indicator: Indicator, members: Sequence[Place]) -> MatrixRow:
    visit, words = compared.visit, reading(indicator, compared.visit.language)
    goal = compared.plan.goal_of(indicator.code) if compared.beside is Beside.GOALS else None
    cells = [compared.cell(indicator, place) for place in members]
    if goal is not None:
        named = visit.goal(goal.position, goal.name)
        words = replace(words, name=named)
        return MatrixRow(words, compared.criterion(indicator), cells, visit.href(f"/doelen/{goal.code}"))
    return MatrixRow(
        words, compared.criterion(indicator), cells, visit.href(f"/indicatoren/{indicator.code}")
    )
