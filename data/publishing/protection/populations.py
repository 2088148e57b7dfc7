"""Sorts the released figures into groups that share one mask, and each group into the sums an attacker has.

Indicators about the same cases (three kinds of leaving early, the reasons of ending) show the same numbers of
clients: what one of them shows, none of the others can hide. So they are hidden together, place by place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.publishing.protection.parts import parted
from domain.columns import Mask, Numbers
from domain.disclosure_table import Integers

_SAME = 0.8
"""Indicators are about the same cases when this share of their larger figures have equal numbers."""

_TELLING = 10
"""Smaller figures are often equal by chance."""


@dataclass(frozen=True, eq=False)
class Own:
    """What single partners know of figures of all: which figure each row is a part of, and its counts."""

    at: Integers
    counts: Mapping[str, Numbers]


@dataclass(frozen=True, eq=False)
class Figures:
    """The released figures of one indicator: where each stands and its counts; NaN where there is none.

    `known_to` names, per place of a figure of all partners, the one partner that made it up alone; `own` is
    what single partners have in figures of all where it is not released itself.
    """

    indicator: int
    places: Integers
    row_ids: Integers
    suppressed: Mask
    counts: Mapping[str, Numbers]
    known_to: Mapping[int, str]
    own: Own


@dataclass(frozen=True, eq=False)
class OwnLayers:
    """What single partners know of a count: which place each row is a part of, and how much (layer × row)."""

    at: Integers
    layers: Numbers


@dataclass(frozen=True, eq=False)
class Sums:
    """One count of a group that adds up, in the layers that add up separately (layer × place)."""

    places: Integers
    layers: Numbers
    known_to: Mapping[int, str]
    own: OwnLayers


@dataclass(frozen=True, eq=False)
class Population:
    """Indicators that share one mask, and everything of theirs that adds up."""

    members: tuple[Figures, ...]
    sums: tuple[Sums, ...]


def populations(every: Sequence[Figures]) -> list[Population]:
    """The groups, the largest first."""
    groups: list[list[Figures]] = []
    for one in every:
        same = [group for group in groups if any(_is_same(one, other) for other in group)]
        groups = [group for group in groups if group not in same] + [[one, *(m for g in same for m in g)]]
    found = [Population(tuple(group), _sums(group)) for group in groups]
    return sorted(found, key=lambda one: -sum(sums.layers.size for sums in one.sums))


def _is_same(one: Figures, other: Figures) -> bool:
    _, mine, theirs = np.intersect1d(one.places, other.places, assume_unique=True, return_indices=True)
    if not mine.size:
        return False
    return any(
        _is_mostly_equal(one.counts[count][mine], other.counts[count][theirs])
        for count in ("clients", "records")
    )


def _is_mostly_equal(ours: Numbers, theirs: Numbers) -> bool:
    """By their larger figures; a group without any is the same only when all are equal."""
    telling = np.fmax(ours, theirs) >= _TELLING
    if not telling.any():
        return bool(np.array_equal(ours, theirs))
    return float((ours == theirs)[telling].mean()) >= _SAME


def _sums(group: Sequence[Figures]) -> tuple[Sums, ...]:
    found: list[Sums] = []
    for members in _with_equal("records", group):
        found += _of("records", members[0], [m for m in members if _has_records_below(m)])
    for one in group:
        found += _of("n", one, [])
        if not np.isfinite(one.counts["denominator"]).any() and not np.isfinite(one.counts["records"]).any():
            found += _of("clients", one, [])
        if not _has_records_below(one):
            found += _of("denominator", one, [one])
    return tuple(_distinct(found))


def _with_equal(count: str, group: Sequence[Figures]) -> Iterable[list[Figures]]:
    """The members of a group by the places they have and this count of theirs, also of what is their own."""
    found: dict[tuple[bytes, ...], list[Figures]] = {}
    for one in group:
        told = one.places, one.counts[count], one.own.at, one.own.counts[count]
        found.setdefault(tuple(column.tobytes() for column in told), []).append(one)
    return found.values()


def _of(count: str, one: Figures, parts: Sequence[Figures]) -> Iterable[Sums]:
    """This count and a partner's own of it, in parts that the numerators of these figures are made of."""
    sizes, own = one.counts[count], one.own.counts[count]
    known = np.isfinite(sizes)
    usable = [part for part in parts if np.all(_is_part(part.counts["numerator"], sizes)[known])]
    told = known[one.own.at] & np.isfinite(own)
    for part in usable:
        told &= _is_part(part.own.counts["numerator"], own)
    if known.any():
        numerators = [
            np.append(p.counts["numerator"][known], p.own.counts["numerator"][told]) for p in usable
        ]
        layers = parted(np.append(sizes[known], own[told]), numerators)
        here = np.count_nonzero(known)
        at = (np.cumsum(known) - 1)[one.own.at[told]]
        yield Sums(one.places[known], layers[:, :here], one.known_to, OwnLayers(at, layers[:, here:]))


def _is_part(numerator: Numbers, sizes: Numbers) -> Mask:
    return np.asarray((numerator >= 0) & (numerator <= sizes))


def _has_records_below(one: Figures) -> bool:
    """Whether its share is one of records."""
    return np.array_equal(one.counts["denominator"], one.counts["records"], equal_nan=True)


def _distinct(found: Sequence[Sums]) -> list[Sums]:
    """Without a count that another one equals everywhere; of those the one in most layers stays."""
    kept: dict[tuple[bytes, bytes], Sums] = {}
    for sums in found:
        key = sums.places.tobytes(), sums.layers.sum(axis=0).tobytes()
        kept[key] = max(kept.get(key, sums), sums, key=lambda one: len(one.layers))
    return list(kept.values())
