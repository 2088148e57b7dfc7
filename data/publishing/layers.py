"""Which records are in which figures, a layer of periods at a time: within a layer no month counts twice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.publishing.statements import columns
from data.store import Connection

Codes = npt.NDArray[np.integer]
"""A whole number for each record; NONE where it has no code."""

SPLITS = {
    "hulpvorm": "care_form",
    "leeftijdsgroep": "age_group",
    "verwijzer": "referrer",
    "gemeente": "municipality",
    "informant": "informant",
}
"""Every split, and the column of a record that has its code."""

NONE = 0
"""Codes are numbered from 1."""

NO_PERIOD = -1

_NOBODY = np.array([NONE], dtype=np.int32)


@dataclass(frozen=True)
class Figures:
    """The figures of one layer and split, of all partners together or of each.

    `rows` are the records that they are about, and `keys` says of each of those in which figure it counts.
    """

    split: int
    rows: Codes
    keys: Codes
    names: tuple[Codes, Codes, Codes]

    @property
    def size(self) -> int:
        """How many keys there can be."""
        return int(np.prod([names.size for names in self.names]))

    def told(self, keys: Codes) -> dict[str, np.ndarray]:
        """Which figures these keys stand for, as columns; the split as its place in SPLITS from 1."""
        places = np.unravel_index(keys, [names.size for names in self.names])
        period, partner, number = (names[place] for names, place in zip(self.names, places, strict=True))
        split = np.full(keys.size, self.split)
        return {"period_id": period, "partner": partner, "split": split, "split_number": number}


def read_cases(connection: Connection, name: str) -> dict[str, np.ndarray]:
    """The records that `<name>.sql` finds; what they count is a number, and all else a code."""
    return {
        column: values if column == "value" else values.astype(np.int32)
        for column, values in columns(connection, name).items()
    }


def periods_of(connection: Connection, cases: Mapping[str, Codes]) -> Iterator[Codes]:
    """Per layer the period in which each record counts by `partner_month`; NO_PERIOD where in none."""
    months = read_cases(connection, "figures/period_layer")
    for layer in np.unique(months["layer"]):
        is_here = months["layer"] == layer
        partner, month, period = (months[name][is_here] for name in ("partner", "month", "period_id"))
        first = month.min()
        of = np.full((partner.max() + 1, month.max() - first + 1), NO_PERIOD, dtype=np.int32)
        of[partner, month - first] = period
        row, place = cases["partner"], cases["month"] - first
        is_known = (row < of.shape[0]) & (place >= 0) & (place < of.shape[1])
        yield np.where(is_known, of[np.where(is_known, row, 0), np.where(is_known, place, 0)], NO_PERIOD)


def figures_of(cases: Mapping[str, Codes], period: Codes) -> Iterator[Figures]:
    """The figures that these records count in, each record in one period or in none: every split in turn."""
    counted = np.flatnonzero(period != NO_PERIOD)
    for split, column in enumerate((None, *SPLITS.values()) if counted.size else ()):
        rows = counted if column is None else counted[cases[column][counted] != NONE]
        if rows.size:
            spans, periods = _without_gaps(period[rows])
            places, numbers = _without_gaps(np.zeros_like(rows) if column is None else cases[column][rows])
            yield Figures(split, rows, spans * numbers.size + places, (periods, _NOBODY, numbers))
            partner, partners = _without_gaps(cases["partner"][rows])
            keys = (spans * partners.size + partner) * numbers.size + places
            yield Figures(split, rows, keys, (periods, partners, numbers))


def _without_gaps(codes: Codes) -> tuple[Codes, Codes]:
    """The place of each code among those that occur, and which those are."""
    is_used = np.zeros(codes.max() + 1, dtype=bool)
    is_used[codes] = True
    return (np.cumsum(is_used, dtype=np.int32) - 1)[codes], np.flatnonzero(is_used).astype(np.int32)
