"""What is told of the rows of a file, in the sentences of the screen: verdicts, and what is drawn beside."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from components.descriptions.path import agreed_path, path_value
from components.descriptions.trend import event_sentences, forecast_sentences
from components.descriptions.verdicts import Basis, Moved, verdict_sentences
from components.figures.rows import CriterionStep, Mark, PathPoint, Reading
from data.published import Published
from domain.period import parse_period
from domain.status import Movement
from queries._observation import Observation
from queries.actions import actions
from queries.breaks import breaks
from queries.control_limits import control_limits
from queries.forecast import ForecastPoint, forecast
from queries.goals import goals
from queries.milestones import milestones
from queries.movement_reasons import MovementReason, movement_reasons
from queries.trend import trend

Series = tuple[str, str | None, str | None, str | None]


@dataclass(frozen=True)
class FileVerdicts:
    """The verdicts of one version in one language; each part is asked for once, when a row needs it."""

    published: Published
    language: str
    _points: dict[tuple[str | None, str], list[Observation]] = field(default_factory=dict)

    def sentences(self, one: Observation, criterion: CriterionStep | None, words: Reading) -> list[str]:
        """Criterion, movement where it is told with this row, and path."""
        path = self._paths.get(one.indicator, [])
        asked = path_value(path, self._breaks.get(one.indicator, []), parse_period(one.period))
        return verdict_sentences(one, Basis(criterion, path, asked, self._moved(one)), words)

    def beside(self, found: Sequence[Observation], words: Reading) -> dict[str, list[str]]:
        """Per period what a chart of this series draws beside it: dated events, and what is expected.

        An event stands with the period that it is in, else with the one before it; what is expected stands
        with the latest figure that is shown.
        """
        told: dict[str, list[str]] = {one.period: [] for one in found}
        for mark in self._marks(found[0].indicator) if found else ():
            begun = [one for one in found if one.start <= mark.on]
            told[(begun[-1] if begun else found[0]).period] += event_sentences(mark, words)
        shown = [one for one in found if one.is_shown]
        if shown:
            told[shown[-1].period] += forecast_sentences(self.expected(found), shown, words)
        return told

    def expected(self, found: Sequence[Observation]) -> list[ForecastPoint]:
        """What is expected of this series if nothing changes; nothing where none of it is shown."""
        last = next((one for one in reversed(found) if one.is_shown), None)
        if last is None:
            return []
        return forecast(self.published, indicator=last.indicator, kind=last.kind, partner=last.partner)

    def _moved(self, one: Observation) -> Moved | None:
        if not one.movement:
            return None
        reason = self._reasons.get((one.indicator, one.partner, one.split, one.split_value))
        if reason is None or one.suppressed:
            return Moved(Movement(one.movement))
        limits = self._limits.get((one.indicator, one.partner))
        return Moved(Movement(one.movement), self._judged(one, reason), reason, limits)

    def _judged(self, one: Observation, reason: MovementReason) -> list[Observation]:
        """The series in the grain that was judged; a part of a split is not judged by a chart."""
        if one.split:
            return []
        whose = (one.partner, reason.kind)
        if whose not in self._points:
            codes = sorted({code for code, *_ in self._reasons})
            kinds, partner = [reason.kind], one.partner
            self._points[whose] = trend(self.published, indicators=codes, kinds=kinds, partner=partner)
        return [row for row in self._points[whose] if row.indicator == one.indicator]

    @cached_property
    def _paths(self) -> dict[str, list[PathPoint]]:
        """The agreed path of the first goal of each indicator, as everywhere."""
        known, between = goals(self.published, language=self.language), milestones(self.published)
        return {goal.indicator: agreed_path(goal, between) for goal in reversed(known)}

    @cached_property
    def _breaks(self) -> dict[str, list[Mark]]:
        found: dict[str, list[Mark]] = {}
        for one in breaks(self.published, language=self.language):
            found.setdefault(one.indicator, []).append(Mark(one.broke_on, one.reason, "break"))
        return found

    def _marks(self, indicator: str) -> list[Mark]:
        known = actions(self.published, language=self.language, indicator=indicator)
        acted = [Mark(one.starts_on, one.name, "action") for one in known]
        return sorted([*self._breaks.get(indicator, []), *acted], key=lambda mark: mark.on)

    @cached_property
    def _reasons(self) -> dict[Series, MovementReason]:
        found = movement_reasons(self.published, every_partner=True)
        return {(one.indicator, one.partner, one.split, one.split_value): one for one in found}

    @cached_property
    def _limits(self) -> dict[tuple[str, str | None], tuple[float, float]]:
        """What the latest stretch of each control chart allows."""
        found = control_limits(self.published, every_partner=True)
        return {(one.indicator, one.partner): (one.lower, one.upper) for one in found}
