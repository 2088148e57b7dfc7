"""The series that are seen under a mask: figures of one indicator, partner and part in order of time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np

from data.publishing.judging.agreed import Agreed
from data.publishing.statements import columns, run
from data.store import Connection
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


@dataclass(frozen=True, slots=True)
class Line:
    """The shown figures of a series in one grain, oldest first: some rows of the columns of all series.

    `starts` is where a new stretch begins after a break, counted from the first of them.
    """

    grain: PeriodKind
    columns: dict[str, Numbers]
    rows: slice
    starts: tuple[int, ...] = ()

    def __getitem__(self, name: str) -> Numbers:
        return self.columns[name][self.rows]

    @property
    def size(self) -> int:
        return int(self.rows.stop - self.rows.start)

    @property
    def places(self) -> list[int]:
        found: list[int] = self["place"].astype(np.int64).tolist()
        return found

    @property
    def sizes(self) -> Numbers:
        """The n of every figure; all inhabitants are never too few, and an unknown n is always."""
        return self["size"]

    @property
    def widening(self) -> Numbers:
        """By how much dependent records widen the interval of each figure."""
        return widening(self.units, self["clients"])

    @property
    def units(self) -> Numbers:
        """What is counted: records, or goals where those are."""
        return np.fmax(np.fmax(self["records"], self["denominator"]), self["n"])

    @property
    def current(self) -> "Line":
        """The figures since the latest break."""
        return self.part(slice(self.starts[-1], None)) if self.starts else self

    def part(self, rows: slice) -> "Line":
        """Some of the figures, between which the series does not break."""
        kept = range(self.rows.start, self.rows.stop)[rows]
        return Line(self.grain, self.columns, slice(kept.start, kept.stop))

    def row_id(self, index: int) -> int:
        return int(self["row_id"][index])

    def period(self, place: int) -> Period:
        """The period at a place of this grain."""
        return period_at(place, self.grain)


def period_at(place: int, grain: PeriodKind) -> Period:
    """The period with this number among those of its kind."""
    origin = period_of(EPOCH, grain)
    return origin.shifted(place - place_of(origin))


@dataclass(frozen=True, slots=True)
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


def shown_series(
    connection: Connection, mask: str, partner: str | None, agreed: Sequence[Agreed]
) -> Iterator[Series]:
    """Every series of which the mask shows something; with a partner only its own, which fits in memory."""
    names = [one.indicator for one in agreed]
    shown = columns(connection, "judging/shown", mask=mask, partner=partner, indicators=names)
    if shown["series"].size:
        yield from _series(mask, {**shown, "size": _sizes(shown, agreed)}, agreed)


def _sizes(shown: dict[str, Numbers], agreed: Sequence[Agreed]) -> Numbers:
    everyone = np.array([np.inf if one.is_population else 0.0 for one in agreed])
    found = everyone[shown["indicator"].astype(np.int64)]
    for name in ("clients", "n", "denominator"):
        found = np.where(np.isfinite(shown[name]), shown[name], found)
    return found


def _series(mask: str, shown: dict[str, Numbers], agreed: Sequence[Agreed]) -> Iterator[Series]:
    """The columns cut into lines, all at once: there are many lines, and few figures in each."""
    is_edge = (np.diff(shown["series"]) != 0) | (np.diff(shown["grain"]) != 0)
    edges = [0, *(np.flatnonzero(is_edge) + 1).tolist(), shown["series"].size]
    breaks = (np.flatnonzero((np.diff(shown["stretch"]) != 0) & ~is_edge) + 1).tolist()
    names = ("series", "indicator", "is_total", "grain")
    first_of = (shown[name][edges[:-1]].astype(np.int64).tolist() for name in names)
    heads = zip(*first_of, pairwise(edges), strict=True)
    for (number, indicator, is_total), lines in groupby(heads, key=itemgetter(0, 1, 2)):
        found: dict[PeriodKind, Line] = {}
        for *_, grain, (first, stop) in lines:
            broken = breaks[bisect_right(breaks, first) : bisect_left(breaks, stop)]
            starts = tuple(place - first for place in broken)
            found[GRAINS[grain]] = Line(GRAINS[grain], shown, slice(first, stop), starts)
        yield Series(mask, number, agreed[indicator], bool(is_total), found)
