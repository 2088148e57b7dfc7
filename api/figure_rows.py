"""Figures as rows of a file: every number beside what may be said of it, in words and in one sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from api.verdicts import FileVerdicts
from components.descriptions.criterion import criterion_on
from components.descriptions.judgement import told_status
from components.descriptions.trend import expected_period
from components.figures.expected import possible
from components.figures.rows import CriterionStep, Reading
from components.text import say
from data.published import Published
from queries._observation import Observation
from queries.criteria import Criterion, criteria
from queries.forecast import ForecastPoint
from queries.indicators import Indicator, indicators
from queries.other_partners import OtherPartners
from queries.partners import partners
from queries.publication import Publication

Cell = str | float | int | None
HEADERS: tuple[str, ...] = (
    "indicator", "naam", "partner", "periode", "uitsplitsing", "uitsplitsing_waarde", "teller", "noemer",
    "clienten", "waarde", "eenheid", "marge_laag", "marge_hoog", "norm", "sterk_signaal", "pad", "beweging",
    "klein_aantal", "verborgen", "voorlopig", "definitieversie", "bron", "publicatie", "fictief",
    "toelichting", "partner_naam",
)  # fmt: skip
COURSE_HEADERS = (*HEADERS, "verwachting", "marge80_laag", "marge80_hoog")
"""Of a series, which may go on with what is expected: its `marge` holds 95 %, as everywhere."""
OTHERS = "overige"
"""In the column of the partner: those together whose figures do not stand apart."""


@dataclass(frozen=True)
class FigureSheet:
    """What is needed to write figures of a version: the indicators, their criteria and the language."""

    known: dict[str, Indicator]
    agreed: Sequence[Criterion]
    made: Publication
    language: str
    names: dict[str, str]
    verdicts: FileVerdicts

    @classmethod
    def of(cls, published: Published, made: Publication, language: str) -> "FigureSheet":
        """The sheet of one version."""
        known = {one.code: one for one in indicators(published, language=language)}
        names = {one.code: one.name for one in partners(published, language=language)}
        verdicts = FileVerdicts(published, language)
        return cls(known, criteria(published, every_partner=True), made, language, names, verdicts)

    def rows(self, found: Iterable[Observation]) -> list[tuple[Cell, ...]]:
        """Headers and rows; a hidden figure keeps its row, says so and has no number."""
        return [HEADERS, *(self._row(one) for one in found if one.indicator in self.known)]

    def course(self, found: Sequence[Observation]) -> list[tuple[Cell, ...]]:
        """The rows of series through time, which also tell what a chart draws beside them.

        What is expected follows as rows that say so, as in the table below a chart.
        """
        rows: list[tuple[Cell, ...]] = [COURSE_HEADERS]
        for code in dict.fromkeys(one.indicator for one in found if one.indicator in self.known):
            own = [one for one in found if one.indicator == code]
            beside = self.verdicts.beside(own, self._words(self.known[code]))
            rows += [(*self._row(one, beside[one.period]), yes(False), None, None) for one in own]
            rows += [self._expected(one, own[-1]) for one in self.verdicts.expected(own)]
        return rows

    def _expected(self, one: ForecastPoint, last: Observation) -> tuple[Cell, ...]:
        """An expected figure with its bands, cut at what a figure can be; nothing was counted or judged."""
        indicator = self.known[one.indicator]
        ends = (one.fit, one.lower95, one.upper95, one.lower80, one.upper80)
        amounts = [scaled(possible(amount, self._words(indicator)), indicator) for amount in ends]
        no = yes(False)
        return (
            one.indicator, indicator.name, one.partner, expected_period(one, [last]), None, None,
            None, None, None, amounts[0], indicator.unit, *amounts[1:3],
            None, None, None, None, no, no, no, None, None, self.made.version, yes(self.made.fictional),
            say("table.expected", self.language), self._name(last), yes(True), *amounts[3:],
        )  # fmt: skip

    def _row(self, one: Observation, beside: Sequence[str] = ()) -> tuple[Cell, ...]:
        indicator, made = self.known[one.indicator], self.made
        amounts = [scaled(amount, indicator) for amount in (one.value, one.lower, one.upper)]
        return (
            one.indicator, indicator.name, self._partner(one), one.period, one.split, one.split_value,
            one.numerator, one.denominator, one.clients, amounts[0], indicator.unit, *amounts[1:],
            *self._told(one), yes(bool(one.small)), yes(one.suppressed), yes(one.provisional),
            one.definition_version, one.source, made.version, yes(made.fictional),
            " ".join([*self._sentences(one, indicator), *beside]), self._name(one),
        )  # fmt: skip

    def _partner(self, one: Observation) -> str | None:
        return OTHERS if isinstance(one, OtherPartners) else one.partner

    def _name(self, one: Observation) -> str | None:
        if isinstance(one, OtherPartners):
            return say("others.name_count", self.language, number=one.partners)
        return self.names.get(one.partner or "")

    def _told(self, one: Observation) -> tuple[Cell, ...]:
        """The words against the criterion, on the path and about the movement; empty where none is told."""
        path = say(f"on_path.{one.path}", self.language) if one.path else None
        movement = say(f"movement.{one.movement}", self.language) if one.movement else None
        status = say(f"status.{told_status(one)}", self.language)
        return status, yes(bool(one.strong)), path, movement

    def _sentences(self, one: Observation, indicator: Indicator) -> list[str]:
        return self.verdicts.sentences(one, self._criterion(one), self._words(indicator))

    def _words(self, indicator: Indicator) -> Reading:
        return Reading(
            indicator.name, indicator.unit, self.language, indicator.decimals, counted=indicator.counted
        )

    def _criterion(self, one: Observation) -> CriterionStep | None:
        """The criterion at the end of the period; a partner's own goes before the general one."""
        own = [
            each for each in self.agreed if each.indicator == one.indicator and each.partner == one.partner
        ]
        general = [each for each in self.agreed if each.indicator == one.indicator and not each.partner]
        steps = [
            CriterionStep(each.comparator, each.value, each.value_to, each.valid_from, each.valid_to)
            for each in own or general
        ]
        return criterion_on(steps, one.end)


def yes(value: bool) -> str:
    """The Dutch notation of a fact in a file."""
    return "ja" if value else "nee"


def scaled(amount: float | None, indicator: Indicator) -> float | None:
    """Shares as percentages, as the unit says."""
    if indicator.unit != "procent" or amount is None:
        return amount
    return float(round(Decimal(repr(amount)) * 100, 4))
