"""Judges figures for everybody from nothing but what everybody sees, so that no verdict says more than that.

A rounded count stands for several exact ones: the interval holds for each of them, and is so much wider.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.publishing.judging import Agreed
from data.publishing.judging.figures import Figures, find_criteria, judged
from data.publishing.judging.kept import Rows, keep
from data.publishing.policies import policy_of
from data.publishing.statements import columns
from data.store import Connection
from domain.audience import PUBLIC
from domain.columns import Numbers
from domain.intervals import Intervals, proportion_intervals
from domain.intervals import widening as widening_of
from domain.status import PathStatus, Status

_DOUBLES = ("lower", "upper", "svd")
_TYPES = {
    "row_id": "INTEGER",
    "status": "VARCHAR",
    "path": "VARCHAR",
    "strong": "BOOLEAN",
    **dict.fromkeys(_DOUBLES, "DOUBLE"),
}


@dataclass(frozen=True)
class Rounded(Figures):
    """Figures of which each count may be as much as `off` more or less than it says.

    `denominator` is the fewest that there can be: what so many could have shown, is told of no more.
    """

    @property
    def widening(self) -> Numbers:
        """The most that it can be: most records, fewest clients."""
        units = np.fmax(np.fmax(self["records"], self["most"]), self["n"])
        return widening_of(units + self["off"], np.maximum(self["clients"] - self["off"], 1))

    def intervals(self, confidence: float) -> Intervals:
        """From the lowest end to the highest of all that the counts of a share may stand for."""
        if not self.is_share:
            nothing = np.full(self["value"].size, np.nan)
            return Intervals(self["value"], nothing, nothing)
        x, off, fewest = self["numerator"], self["off"], self["denominator"]
        least, most = np.maximum(x - off, 0), np.minimum(x + off, fewest)
        low = proportion_intervals(least, self["most"], confidence=confidence, widen=self.widening)
        high = proportion_intervals(most, fewest, confidence=confidence, widen=self.widening)
        return Intervals(self["value"], low.lower, high.upper)


def judge_for_everybody(connection: Connection, agreed: Sequence[Agreed]) -> None:
    """Make the table `public_judged` with a row for each shown one of `public_figure`."""
    find_criteria(connection)
    base = policy_of(connection, PUBLIC.file).rounding_base or 1
    found: Rows = []
    for one in agreed:
        read = columns(connection, "openly/shown", indicator=one.indicator)
        if read["row_id"].size:
            ends = _ends(read["denominator"], 0.0 if one.is_population else float(base // 2))
            found += _rows(read, judged(Rounded(one.measure, {**read, **ends}), one))
    keep(connection, "public_judged", _TYPES, found)


def _ends(denominator: Numbers, off: float) -> dict[str, Numbers]:
    """The fewest and the most that a rounded denominator may stand for."""
    return {
        "off": np.full(denominator.size, off),
        "denominator": np.maximum(denominator - off, 1),
        "most": denominator + off,
    }


def _rows(read: Mapping[str, Numbers], told: Mapping[str, np.ndarray]) -> Rows:
    found = {
        **{name: told[name] for name in (*_DOUBLES, "strong")},
        "row_id": read["row_id"].astype(int),
        "status": np.array([status.value for status in Status])[told["status"]],
        "path": np.array([status.value for status in PathStatus])[told["path"]],
    }
    return list(zip(*(found[name].tolist() for name in _TYPES), strict=True))
