"""Which unknown numbers follow from known ones by adding and subtracting, whatever it is that adds up.

Only linear: what follows because counts are whole and 0 or more is for witnesses to say
(`domain.disclosure_ledger`). In return it takes every sum at once, however long the way is.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_table import Integers

Identity = tuple[int, ...]
"""A column of numbers and the one or two that it equals, or is the sum of, wherever all of them stand."""

_NEARLY = 1e-6

_TELLING = 10
"""Smaller numbers are often equal by chance, and so are a few of them."""

_LOOKED_AT_FIRST = 400
"""So many places refute nearly everything that does not hold."""

_DRAWS = 2
_EXACT = 1e-10
_NOTHING = 1e-4


def following(sums: Any) -> Mask:
    """Which unknowns the sums (sum × unknown) tie down to one number.

    A random change that leaves every sum as it is changes nothing that follows, and everything else: by more
    than a thousandth in practice, where what follows changes by what a computer rounds.
    """
    from scipy.sparse.linalg import lsmr

    across, follows = sums.T.tocsr(), np.ones(sums.shape[1], dtype=bool)
    for draw in range(_DRAWS if sums.shape[0] else 0):
        change = np.random.default_rng(draw).standard_normal(sums.shape[1])
        noticed = lsmr(across, change, atol=_EXACT, btol=_EXACT, maxiter=20 * sum(sums.shape))[0]
        follows &= np.abs(change - across @ noticed) < _NOTHING
    follows &= np.diff(sums.tocsc().indptr) > 0
    return follows


def identities(numbers: Numbers) -> Iterator[Identity]:
    """Which columns (column × place; NaN where there is none) equal another or the sum of two others."""
    first = numbers[:, looked_at_first(numbers)]
    every = range(len(numbers))
    for one, other in combinations(every, 2):
        if is_everywhere(numbers[one], numbers[other]):
            yield one, other
    for one, other in combinations(every, 2):
        for whole in unrefuted(first, first[one] + first[other]):
            if whole not in (one, other) and _is_sum(numbers[whole], numbers[one], numbers[other]):
                yield whole, one, other


def looked_at_first(numbers: Numbers) -> Integers:
    """The places where most columns stand, as they refute most."""
    order = np.argsort(-np.isfinite(numbers).sum(axis=0), kind="stable")
    return np.sort(order[:_LOOKED_AT_FIRST])


def unrefuted(numbers: Numbers, sums: Numbers) -> list[int]:
    """Which columns may be these sums, as they nowhere differ from them."""
    with np.errstate(invalid="ignore"):
        found: list[int] = np.flatnonzero(~(np.abs(numbers - sums) > _NEARLY).any(axis=1)).tolist()
    return found


def _is_sum(whole: Numbers, one: Numbers, other: Numbers) -> bool:
    """Not where a part is nothing: then it is an equality, and there are others to say so."""
    has_parts = np.isfinite(whole) & (one > 0) & (other > 0)
    return bool(has_parts.any()) and is_everywhere(whole, one + other)


def is_everywhere(one: Numbers, other: Numbers, often: int = _TELLING) -> bool:
    """Whether both are equal wherever both stand, and that is no chance: of so many larger numbers."""
    both: Mask = np.isfinite(one) & np.isfinite(other)
    telling = both & (np.fmax(one, other) >= _TELLING)
    return bool(np.count_nonzero(telling) >= often and (np.abs(one - other)[both] <= _NEARLY).all())
