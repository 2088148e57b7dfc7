"""Which indicators are about the same cases, and therefore share one mask."""

import numpy as np

from data.publishing.protection.figures import Figures
from domain.columns import Numbers
from domain.disclosure_table import NOBODY, Integers

_SAME = 0.8
"""Indicators are about the same cases when this share of their larger figures have equal numbers."""

_TELLING = 10
"""Smaller figures are often equal by chance."""

_OFTEN = 5
"""Fewer larger figures of one partner are equal by chance."""


def is_same(one: Figures, other: Figures, owners: Integers) -> bool:
    """Whether both are about the same cases, or the one about those that the other does not count."""
    here, mine, theirs = np.intersect1d(one.places, other.places, assume_unique=True, return_indices=True)
    if not mine.size:
        return False
    return (
        any(
            _is_mostly_equal(one.counts[count][mine], other.counts[count][theirs])
            or _is_same_at_one(one.counts[count][mine], other.counts[count][theirs], owners[here])
            for count in ("clients", "records")
        )
        or is_rest(one, other)
        or is_rest(other, one)
    )


def _is_same_at_one(ours: Numbers, theirs: Numbers, owners: Integers) -> bool:
    """Whether both are about the same cases at one partner: what one shows there, the other cannot hide."""
    told = np.isfinite(ours) & np.isfinite(theirs) & (owners != NOBODY)
    telling = told & (np.fmax(ours, theirs) >= _TELLING)
    count = np.bincount(owners[telling])
    equal = np.bincount(owners[telling & (ours == theirs)], minlength=count.size)
    return bool(((count >= _OFTEN) & (equal >= _SAME * count)).any())


def is_rest(one: Figures, other: Figures) -> bool:
    """Whether the one is about the cases that the other's numerator leaves out."""
    if not has_records_below(other):
        return False
    _, mine, theirs = np.intersect1d(one.places, other.places, assume_unique=True, return_indices=True)
    left = other.counts["records"][theirs] - other.counts["numerator"][theirs]
    told = np.isfinite(left) & np.isfinite(one.counts["records"][mine])
    return bool(told.any()) and _is_mostly_equal(one.counts["records"][mine][told], left[told])


def _is_mostly_equal(ours: Numbers, theirs: Numbers) -> bool:
    """By their larger figures; a group without any is the same only when all are equal."""
    both = np.isfinite(ours) & np.isfinite(theirs)  # who delivers figures may tell no records of one of them
    ours, theirs = ours[both], theirs[both]
    telling = np.fmax(ours, theirs) >= _TELLING
    if not telling.any():
        return bool(ours.size and np.array_equal(ours, theirs))
    return float((ours == theirs)[telling].mean()) >= _SAME


def has_records_below(one: Figures) -> bool:
    """Whether its share is one of records."""
    return np.array_equal(one.counts["denominator"], one.counts["records"], equal_nan=True)
