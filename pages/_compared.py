"""The cells of the comparison: indicators beside partners, care forms or years, each with its criterion."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from components.descriptions.criterion import criterion_on
from components.descriptions.judgement import told_status
from components.figures.rows import CriterionStep
from components.format import period_name, period_range
from components.matrix import MatrixCell
from domain.period import parse_period
from pages._beside import Beside, Place
from pages._plan import Plan
from pages._row_told import RowTold
from pages._rows import steps
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
        """The figure where indicator and place meet, or why there is none; titles and notes ask it again."""
        at = (indicator.code, place)
        if at not in self._cells:
            self._cells[at] = self._made(indicator, place)
        return self._cells[at]

    @cached_property
    def _cells(self) -> dict[tuple[str, Place], MatrixCell]:
        return {}

    def _made(self, indicator: Indicator, place: Place) -> MatrixCell:
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
        told = RowTold(self.plan, indicator, row, self.criterion(indicator, row))
        return MatrixCell(
            row.value,
            row.denominator,
            href=None if place.others else self._href(row, indicator, place),
            partners=row.partners if isinstance(row, OtherPartners) else None,
            provisional=row.provisional and not self.is_all_provisional,
            status=told_status(told.point),
            strong=bool(row.strong),
            small=bool(row.small),
            movement=row.movement,
            path=told.path,
            title=told.text,
        )

    def criterion(self, indicator: Indicator, row: Observation | None = None) -> CriterionStep | None:
        """The criterion at the end of the period; a partner's own goes before the general one."""
        known = [one for one in self.criteria if one.partner in (None, row.partner if row else None)]
        today = self.visit.publication.today
        end = row.end if row else parse_period(self.period).end if self.period else today
        return criterion_on(steps(known, indicator.code), end)
