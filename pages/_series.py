"""Which grain and which period of an indicator a reader sees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from access.address import GRAINS, View
from components.figures.rows import TrendPoint
from domain.period import Period, PeriodKind, parse_period, period_of
from pages._rows import trend_point
from queries._observation import Observation
from queries.periods import AvailablePeriod

SERIES_KINDS = (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR)
_ENOUGH_POINTS = 6
_ENOUGH_N = 20
_NEARLY_ALL = 0.8


@dataclass(frozen=True)
class Series:
    """One indicator through time, and the figure the reader looks at; None when it is missing."""

    rows: Sequence[Observation]
    current: Observation | None
    kind: str

    @property
    def points(self) -> list[TrendPoint]:
        """The rows for a figure; also the chosen one when it is of another kind, as a horizon is."""
        beside = [self.current] if self.current is not None and self.current not in self.rows else []
        return [trend_point(row) for row in [*self.rows, *beside]]

    @property
    def per(self) -> str | None:
        """The word for the grain in an address."""
        return next((word for word, kind in GRAINS.items() if kind == self.kind), None)

    @property
    def newest(self) -> Observation | None:
        """The last figure that is drawn, which the title of a chart is about; else the chosen one."""
        shown = [row for row in self.rows if row.is_shown]
        return max(shown, key=lambda row: row.end, default=self.current)

    @property
    def point(self) -> TrendPoint | None:
        return trend_point(self.current) if self.current else None


def series(found: Iterable[Observation], indicator: str, view: View) -> Series:
    """The series at the reader's grain, else at the finest that says something; with its chosen figure."""
    own = [row for row in found if row.indicator == indicator]
    kind = view.grain or _kind_of(view.period) or default_kind(own)
    rows = [row for row in own if row.kind == kind]
    return Series(rows, chosen(own if view.period else rows, view.period), kind)


def default_kind(rows: Sequence[Observation]) -> PeriodKind:
    """The finest grain with enough periods and enough counted; else the coarsest that has a figure at all.

    Where every figure is hidden, the coarsest grain is the one to say so.
    """
    shown = [row for row in rows if row.is_shown]
    for kind in SERIES_KINDS:
        counts = [row.denominator for row in shown if row.kind == kind]
        known = [count for count in counts if count is not None]
        if len(counts) >= _ENOUGH_POINTS and (not known or median(known) >= _ENOUGH_N):
            return kind
    present = {row.kind for row in shown or rows}
    return next((kind for kind in reversed(SERIES_KINDS) if kind in present), PeriodKind.HALF_YEAR)


def chosen(rows: Sequence[Observation], period: str | None) -> Observation | None:
    """The row of that period; without a choice the latest one with a figure, or the latest hidden one."""
    if period:
        return next((row for row in rows if row.period == period), None)
    shown = [row for row in rows if row.is_shown]
    return max(shown or rows, key=lambda row: row.end, default=None)


def default_period(available: Sequence[AvailablePeriod], today: date) -> str:
    """The newest past half-year or year with nearly as many figures as the fullest; empty without any."""
    kinds = (PeriodKind.HALF_YEAR, PeriodKind.YEAR)
    past = [one for one in available if one.kind in kinds and one.shown and one.end <= today]
    usable = past or list(available)
    fullest = max((one.shown for one in usable), default=0)
    full = [one for one in usable if one.shown >= _NEARLY_ALL * fullest]
    return max(full, key=lambda one: (one.end, one.start)).period if full else ""


def kinds_in_view(view: View) -> list[PeriodKind]:
    """The kinds of period that the reader asks for by name."""
    named = [parse_period(view.period).kind] if view.period else []
    return [*named, view.grain] if view.grain else named


def containing(period: str, kinds: Sequence[PeriodKind]) -> Period | None:
    """The period itself when it is of one of these kinds, else the shortest of them around its last day."""
    asked = parse_period(period)
    if asked.kind in kinds:
        return asked
    longer = [period_of(asked.end, kind) for kind in kinds if kind is not PeriodKind.HORIZON]
    return next((one for one in longer if one.start <= asked.start), None)


def _kind_of(period: str | None) -> PeriodKind | None:
    if period is None:
        return None
    kind = parse_period(period).kind
    return PeriodKind.YEAR if kind is PeriodKind.HORIZON else kind
