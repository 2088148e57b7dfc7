"""Where a part of one column of numbers equals a part of another, though the columns as a whole differ.

Two indicators may be about the same cases at one partner only (everybody there has the one thing that the
other asks for), and all cases of one indicator may be those with one value of a split of another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from domain.columns import Numbers
from domain.disclosure_span import is_everywhere, looked_at_first, unrefuted
from domain.disclosure_table import Integers

_OFTEN = 5
"""Fewer larger numbers are equal by chance: one partner has but a few half-years and years."""


@dataclass(frozen=True, eq=False)
class Same:
    """A column in some places, and another that equals it in some places, one by one, where both stand."""

    one: int
    other: int
    mine: Integers
    theirs: Integers


def same_at(numbers: Numbers, places: Integers, known: set[tuple[int, int]]) -> Iterator[Same]:
    """Which columns (column × place; NaN where there is none) are equal in these places.

    Not those that are known to be equal everywhere.
    """
    here = numbers[:, places]
    for one, other in _equal(here, here):
        if one < other and (one, other) not in known:
            yield Same(one, other, places, places)


def same_across(numbers: Numbers, wholes: Integers, parts: Integers) -> Iterator[Same]:
    """Which columns are in the wholes what another one is in the parts, place by place."""
    for one, other in _equal(numbers[:, wholes], numbers[:, parts]):
        if one != other:
            yield Same(one, other, wholes, parts)


def _equal(ours: Numbers, theirs: Numbers) -> Iterator[tuple[int, int]]:
    """Which of ours equals which of theirs wherever both stand, so often that it is no chance."""
    few = looked_at_first(np.vstack([ours, theirs]))
    first, candidates = ours[:, few], np.flatnonzero(np.isfinite(theirs).any(axis=1))
    for one in np.flatnonzero(np.isfinite(ours).any(axis=1)).tolist():
        for at in unrefuted(theirs[np.ix_(candidates, few)], first[one]):
            if is_everywhere(ours[one], theirs[candidates[at]], _OFTEN):
                yield one, int(candidates[at])
