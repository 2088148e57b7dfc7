"""Which counts are parts of which, where, and what some partner knows to be missing from them."""

from dataclasses import dataclass

import numpy as np

from data.publishing.protection.sums import MOST_PARTNERS, Sums, keys_of
from domain.columns import Numbers
from domain.disclosure_table import Integers

ANYTHING = 1_000_000
"""What is missing may be so much more, as far as nothing else limits it."""

Links = tuple[Integers, Integers]
"""Cells of the part, and those of the whole in the same places."""


Key = tuple[int, int]
"""A count that adds up, by its group and its number there."""


@dataclass(frozen=True)
class Pair:
    """Two counts: the part, and what it is a part of."""

    part: Key
    whole: Key

    @property
    def groups(self) -> tuple[int, int]:
        """The groups of the two."""
        return self.part[0], self.whole[0]


def linked(first: Sums, second: Sums) -> Links:
    """Where the one is a part of the other: also of what each partner has in it, as far as that is known."""
    _, mine, theirs = np.intersect1d(first.places, second.places, assume_unique=True, return_indices=True)
    owned = dict(zip(keys_of(second).tolist(), _owned(second), strict=True))
    more = {
        key // MOST_PARTNERS
        for key, size in zip(keys_of(first).tolist(), _owned(first), strict=True)
        if size > owned.get(key, 0.0)
    }
    made_by, none = second.made_by, frozenset[str]()
    others = {at for at, makers in first.made_by.items() if not makers <= made_by.get(at, none)}
    fits = first.layers.sum(axis=0)[mine] <= second.layers.sum(axis=0)[theirs]
    fits &= ~np.isin(first.places[mine], [*(more | others)])
    return mine[fits], theirs[fits]


def missing_floors(part: Sums, whole: Sums, links: Links) -> Integers:
    """How much some partner knows to be missing of itself in figures of all: so much is missing at least."""
    mine, theirs = links
    answered = dict(zip(keys_of(part).tolist(), _owned(part), strict=True))
    missing = np.zeros(whole.places.size)
    for key, cell, size in zip(keys_of(whole).tolist(), whole.own.at, _owned(whole), strict=True):
        missing[cell] = max(missing[cell], size - answered.get(key, 0.0))
    more = _sizes(whole)[theirs] - _sizes(part)[mine]
    return np.clip(missing[theirs].astype(np.int64), 0, more)


def _sizes(sums: Sums) -> Integers:
    sizes: Integers = sums.layers.sum(axis=0).astype(np.int64)
    return sizes


def _owned(sums: Sums) -> Numbers:
    owned: Numbers = sums.own.layers.sum(axis=0)
    return owned
