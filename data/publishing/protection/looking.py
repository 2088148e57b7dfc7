"""What is seen of every figure there is, as columns to attack: by place, with what may not follow.

`seen_row` says what is seen: in the file that was written, or in the one that will be.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.publishing.statements import columns, run
from data.store import Connection, rows
from domain.columns import Numbers
from domain.disclosure_columns import Column, Places, merged
from domain.disclosure_table import Integers
from domain.period import parse_period

_OF_THE_GROUP = ("numerator", "denominator", "records", "n", "clients", "amount")
_BESIDE = ("eligible", "asked")
_SIZES = ("records", "n", "denominator")
_COUNTED_ONCE = "clients"
_RESPECTS = ("partner", "period", "split", "value")


@dataclass(frozen=True, eq=False)
class Sight:
    """Every figure there is, a number per column, with what is seen of it under `seen_…`."""

    read: dict[str, Numbers]

    def is_the_same_as(self, other: "Sight") -> bool:
        """Whether the same is seen of the same figures."""
        return self.read.keys() == other.read.keys() and all(
            np.array_equal(numbers, other.read[name], equal_nan=True) for name, numbers in self.read.items()
        )

    def columns(self, places: Places) -> list[Column]:
        """Every count of every indicator; who could have had a value or was asked is not of the group."""
        return merged(_columns(self.read, places.period.size))


def seen_now(connection: Connection, least: int) -> Sight:
    """What `seen_row` shows, which is there."""
    return Sight(columns(connection, "protection/written_figure", least=least))


def read_every_place(connection: Connection) -> Places:
    """Where there are figures, released or not; makes the table `every_place`."""
    run(connection, "protection/every_place")
    ids = columns(connection, "protection/place_numbers")
    periods = rows(connection, "SELECT DISTINCT p.period FROM every_place AS p ORDER BY p.period")
    partner, period, split, value = (ids[f"{name}_id"].astype(np.int64) for name in _RESPECTS)
    return Places(partner, period, split, value, [parse_period(str(code)) for (code,) in periods])


def _columns(read: dict[str, Numbers], places: int) -> Iterator[Column]:
    for number in np.unique(read["indicator"]):
        mine = {name: numbers[read["indicator"] == number] for name, numbers in read.items()}
        for name in (*_OF_THE_GROUP, *_BESIDE):
            yield _column(int(number), mine, name, mine["place"].astype(np.int64), places)


def _column(number: int, mine: dict[str, Numbers], name: str, at: Integers, places: int) -> Column:
    values, shown = np.full(places, np.nan), np.zeros(places, dtype=bool)
    secret, beside = shown.copy(), shown.copy()
    values[at] = mine[name]
    shown[at] = np.isfinite(mine[f"seen_{name}"])
    secret[at] = (mine["is_small"] > 0) & (mine["is_released"] > 0) & (name in _OF_THE_GROUP)
    beside[at] = mine["is_beside"] > 0
    sizes = np.full(places, np.nan)
    sizes[at] = next((mine[one] for one in _SIZES if np.isfinite(mine[one]).any()), mine[name])
    counted = [values if name in _BESIDE else sizes]
    return Column(values, shown, secret, counted, beside, name != _COUNTED_ONCE, frozenset({number}))
