"""The series that are seen under a mask: figures of one indicator, partner and part in order of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np

from data.publishing.judging.agreed import Agreed
from data.publishing.statements import columns, run
from data.store import Connection, rows
from domain.columns import Numbers
from domain.intervals import widening
from domain.period import Period, PeriodKind, period_of

EPOCH = date(2000, 1, 1)

GRAINS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR)
"""Finest first."""

MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6, PeriodKind.YEAR: 12}


def place_of(period: Period) -> int:
    """The number of a period among those of its kind, counted from the year 0."""
    return (period.start.year * 12 + period.start.month - 1) // MONTHS[period.kind]


@dataclass(frozen=True)
class Line:
    """The shown figures of a series in one grain, oldest first."""

    grain: PeriodKind
    is_population: bool
    columns: dict[str, Numbers]

    def __getitem__(self, name: str) -> Numbers:
        return self.columns[name]

    @cached_property
    def places(self) -> list[int]:
        return [int(place) for place in self["place"]]

    @cached_property
    def sizes(self) -> Numbers:
        """The n of every figure; all inhabitants are never too few, and an unknown n is always."""
        known = np.where(np.isfinite(self["denominator"]), self["denominator"], self["n"])
        known = np.where(np.isfinite(known), known, self["clients"])
        return np.where(np.isfinite(known), known, np.inf if self.is_population else 0.0)

    @property
    def widening(self) -> Numbers:
        """By how much dependent records widen the interval of each figure."""
        return widening(self.units, self["clients"])

    @property
    def units(self) -> Numbers:
        """What is counted: records, or goals where those are."""
        return np.fmax(np.fmax(self["records"], self["denominator"]), self["n"])

    @cached_property
    def starts(self) -> list[int]:
        """Where a new stretch begins after a break."""
        return [int(index) + 1 for index in np.flatnonzero(np.diff(self["stretch"]))]

    @cached_property
    def current(self) -> "Line":
        """The figures since the latest break."""
        return self.part(slice(self.starts[-1], None)) if self.starts else self

    def part(self, rows: slice | Sequence[int]) -> "Line":
        """Some of the figures."""
        return Line(
            self.grain, self.is_population, {name: column[rows] for name, column in self.columns.items()}
        )

    def row_id(self, index: int) -> int:
        return int(self["row_id"][index])

    def period(self, place: int) -> Period:
        """The period at a place of this grain."""
        return period_at(place, self.grain)


def period_at(place: int, grain: PeriodKind) -> Period:
    """The period with this number among those of its kind."""
    origin = period_of(EPOCH, grain)
    return origin.shifted(place - place_of(origin))


@dataclass(frozen=True)
class Series:
    """What a mask shows of one series, by grain."""

    mask: str
    number: int
    agreed: Agreed
    is_total: bool
    lines: dict[PeriodKind, Line]


def prepare_series(connection: Connection) -> None:
    """Make the table `series_figure`, which is the same for every audience."""
    run(
        connection,
        "judging/series_figure",
        kinds=[grain.value for grain in GRAINS],
        months=[MONTHS[grain] for grain in GRAINS],
    )


def shown_series(connection: Connection, agreed: Sequence[Agreed]) -> Iterator[Series]:
    """Every series of which anyone sees something, under each mask; partners one by one, to fit in memory."""
    names = [one.indicator for one in agreed]
    for mask, partner in rows(connection, _READINGS):
        shown = columns(connection, "judging/shown", mask=mask, partner=partner, indicators=names)
        yield from _series(str(mask), shown, agreed)


_READINGS = """
    SELECT DISTINCT m.mask, CASE WHEN m.mask = 'own' THEN o.partner END AS partner
    FROM masked_row AS m
    INNER JOIN exact_observation AS o ON m.row_id = o.row_id
    ORDER BY ALL
"""


def _series(mask: str, shown: dict[str, Numbers], agreed: Sequence[Agreed]) -> Iterator[Series]:
    for start, stop in _runs(shown["series"]):
        series = {name: column[start:stop] for name, column in shown.items()}
        of = agreed[int(series["indicator"][0])]
        lines = [
            Line(GRAINS[int(series["grain"][first])], of.is_population, _cut(series, first, last))
            for first, last in _runs(series["grain"])
        ]
        total = bool(series["is_total"][0])
        yield Series(mask, int(series["series"][0]), of, total, {line.grain: line for line in lines})


def _cut(of: dict[str, Numbers], first: int, last: int) -> dict[str, Numbers]:
    return {name: column[first:last] for name, column in of.items()}


def _runs(column: Numbers) -> list[tuple[int, int]]:
    """The stretches in which a sorted column stays the same."""
    if column.size == 0:
        return []
    edges = [0, *(np.flatnonzero(np.diff(column)) + 1).tolist(), column.size]
    return list(pairwise(edges))
