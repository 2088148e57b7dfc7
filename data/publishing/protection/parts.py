"""Splits the cases behind several shares into parts that each add up on their own.

Shares of the same cases (why someone left, how someone ended) are read off parts that do not overlap where
the figures allow it, so that moving cases of one part keeps every share possible at once.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from domain.columns import Numbers

_MOST_PARTS = 8


def parted(sizes: Numbers, numerators: Sequence[Numbers]) -> Numbers:
    """The parts (part × figure) that add up to the sizes, every numerator a sum of some; no empty ones."""
    parts = [sizes.astype(np.float64)]  # the first is what no numerator counts
    for numerator in sorted(numerators, key=lambda one: float(one.sum())):
        if not _is_said(numerator, parts) and len(parts) < _MOST_PARTS:
            parts = _cut(numerator, parts)
    kept = [part for part in parts if part.any()]
    return np.array(kept) if kept else sizes[None, :].astype(np.float64)


def _is_said(numerator: Numbers, parts: Sequence[Numbers]) -> bool:
    return any(
        np.array_equal(numerator, sum(some, start=np.zeros(numerator.size)))
        for count in range(len(parts) + 1)
        for some in combinations(parts, count)
    )


def _cut(numerator: Numbers, parts: Sequence[Numbers]) -> list[Numbers]:
    """From the uncounted part where it is large enough everywhere; else from all parts in turn."""
    if np.all(numerator <= parts[0]):
        return [parts[0] - numerator, *parts[1:], numerator]
    left, cut = numerator.copy(), []
    for part in parts:
        taken = np.minimum(left, part)
        left = left - taken
        cut += [part - taken, taken]
    return cut
