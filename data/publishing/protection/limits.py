"""What everybody knows counts of an indicator to be at most, or at least, because another indicator shows it.

Who could have answered may be what another indicator counts (`audiences/eligible_told.sql`): no hidden number
of answers is more than that, and where that is hidden it is no less than the answers that are shown.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from domain.columns import Numbers
from domain.disclosure_table import Integers


@dataclass(frozen=True, eq=False)
class Limits:
    """What one other indicator shows, per figure: infinite and 0 where that is nothing."""

    other: int
    at_most: Numbers
    at_least: Numbers


def limits_of(read: dict[str, np.ndarray], places: Integers) -> tuple[Limits, ...]:
    """The limits that stand in the columns that were read, at these places, per indicator that shows them."""
    return tuple(
        _shown_by(other, {name: column[read["other"] == other] for name, column in read.items()}, places)
        for other in np.unique(read["other"]).astype(int).tolist()
    )


def from_outside(limits: Iterable[Limits], inside: Collection[int]) -> tuple[Limits, ...]:
    """Without what these indicators show."""
    return tuple(one for one in limits if one.other not in inside)


def lowest(limits: Sequence[Limits], sizes: Numbers) -> Numbers:
    """What each count is at most; what it is more than in truth is a number of something else."""
    every = [np.where(one.at_most >= sizes, one.at_most, np.inf) for one in limits]
    found: Numbers = np.min([np.full(sizes.size, np.inf), *every], axis=0)
    return found


def highest(limits: Sequence[Limits], sizes: Numbers) -> Numbers:
    """What each count is at least."""
    every = [np.where(one.at_least <= sizes, one.at_least, 0.0) for one in limits]
    found: Numbers = np.max([np.zeros(sizes.size), *every], axis=0)
    return found


def _shown_by(other: int, read: dict[str, np.ndarray], places: Integers) -> Limits:
    at_most, at_least = np.full(places.size, np.inf), np.zeros(places.size)
    at = np.searchsorted(places, read["place"])
    np.fmin.at(at_most, at, read["at_most"])
    np.fmax.at(at_least, at, read["at_least"])
    return Limits(other, at_most, at_least)
