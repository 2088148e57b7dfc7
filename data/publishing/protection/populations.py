"""Sorts the released figures into groups that share one mask, and each group into the sums an attacker has.

Indicators about the same cases (three kinds of leaving early, the reasons of ending) show the same numbers of
clients: what one of them shows, none of the others can hide. So they are hidden together, place by place. The
same holds for an indicator about what another one does not count, such as leaving early of all who told why,
and where the cases are the same at one partner only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from data.publishing.protection.limits import Limits, from_outside, highest, lowest
from data.publishing.protection.parts import parted
from domain.columns import Mask, Numbers
from domain.disclosure_cube import Place
from domain.disclosure_table import NOBODY, Integers

_SAME = 0.8
"""Indicators are about the same cases when this share of their larger figures have equal numbers."""

_TELLING = 10
"""Smaller figures are often equal by chance."""

_OFTEN = 5
"""Fewer larger figures of one partner are equal by chance."""

MOST_PARTNERS = 1_000_000


@dataclass(frozen=True, eq=False)
class Own:
    """What single partners know of figures of all: which one each row is a part of, its counts, and whose."""

    at: Integers
    counts: Mapping[str, Numbers]
    partners: Integers


@dataclass(frozen=True, eq=False)
class Figures:
    """The released figures of one indicator: where each stands and its counts; NaN where there is none.

    `known_to` names, per place of a figure of all partners, the one partner that made it up alone, and
    `made_by` all that have a part in it; `own` is
    what single partners have in figures of all where it is not released itself. `told` is what the version
    before showed with the same numbers: whoever kept that knows it, so hiding it now protects nothing. Of how
    many clients everybody knows each figure to be at least is `least`; `limits` are what others tell of it.
    `beside` are the places where a partner has a figure that is not in that of all partners: a median that it
    delivered itself.
    """

    indicator: int
    places: Integers
    row_ids: Integers
    suppressed: Mask
    counts: Mapping[str, Numbers]
    known_to: Mapping[int, str]
    made_by: Mapping[int, frozenset[str]]
    own: Own
    told: Mask
    least: Integers
    beside: frozenset[int] = frozenset()
    limits: tuple[Limits, ...] = ()


@dataclass(frozen=True, eq=False)
class OwnLayers:
    """What single partners know of a count: which place each row is in, how much (layer × row), whose."""

    at: Integers
    layers: Numbers
    partners: Integers


@dataclass(frozen=True, eq=False)
class Sums:
    """One count of a group that adds up, in the layers that add up separately (layer × place)."""

    places: Integers
    layers: Numbers
    known_to: Mapping[int, str]
    made_by: Mapping[int, frozenset[str]]
    own: OwnLayers
    least: Integers
    beside: frozenset[int] = frozenset()
    at_most: Numbers = field(default_factory=lambda: np.array(np.inf))


@dataclass(frozen=True, eq=False)
class Population:
    """Indicators that share one mask, and everything of theirs that adds up."""

    members: tuple[Figures, ...]
    sums: tuple[Sums, ...]

    @property
    def is_limited(self) -> bool:
        """Whether others show anything of it."""
        return any(member.limits for member in self.members)


def populations(every: Sequence[Figures], places: Sequence[Place]) -> list[Population]:
    """The groups, the largest first."""
    owners = _owners(places)
    groups: list[list[Figures]] = []
    for one in every:
        same = [group for group in groups if any(_is_same(one, other, owners) for other in group)]
        groups = [group for group in groups if group not in same] + [[one, *(m for g in same for m in g)]]
    found = [Population(tuple(group), _sums(group)) for group in groups]
    return sorted(found, key=lambda one: -sum(sums.layers.size for sums in one.sums))


def with_limits(group: Population, limits: Mapping[int, tuple[Limits, ...]]) -> Population:
    """With what others show of it, by indicator; within a group all is hidden at the same places."""
    inside = {one.indicator for one in group.members}
    members = [
        replace(one, limits=from_outside(limits.get(one.indicator, ()), inside)) for one in group.members
    ]
    return Population(tuple(members), _sums(members))


def _owners(places: Sequence[Place]) -> Integers:
    """Whose each place is, as a number; NOBODY's are those of all partners."""
    codes = sorted({place.partner for place in places if place.partner})
    number = {code: at for at, code in enumerate(codes)}
    return np.array([number.get(place.partner or "", NOBODY) for place in places], dtype=np.int64)


def _is_same(one: Figures, other: Figures, owners: Integers) -> bool:
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
        or _is_rest(one, other)
        or _is_rest(other, one)
    )


def _is_same_at_one(ours: Numbers, theirs: Numbers, owners: Integers) -> bool:
    """Whether both are about the same cases at one partner: what one shows there, the other cannot hide."""
    told = np.isfinite(ours) & np.isfinite(theirs) & (owners != NOBODY)
    telling = told & (np.fmax(ours, theirs) >= _TELLING)
    count = np.bincount(owners[telling])
    equal = np.bincount(owners[telling & (ours == theirs)], minlength=count.size)
    return bool(((count >= _OFTEN) & (equal >= _SAME * count)).any())


def _is_rest(one: Figures, other: Figures) -> bool:
    """Whether the one is about the cases that the other's numerator leaves out."""
    if not _has_records_below(other):
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


def _sums(group: Sequence[Figures]) -> tuple[Sums, ...]:
    found: list[Sums] = []
    equal = list(_with_equal("records", group))
    for members in equal:
        wider = [others for others in equal if any(_is_rest(members[0], one) for one in others)]
        parts = [*members, *(one for others in wider for one in _counted_in(members[0], others))]
        first = replace(members[0], limits=tuple(limit for one in members for limit in one.limits))
        found += _of("records", first, [part for part in parts if _has_records_below(part)])
    for one in group:
        found += [*_of("n", one, []), *_of("amount", one, [])]
        if not np.isfinite(one.counts["denominator"]).any() and not np.isfinite(one.counts["records"]).any():
            found += _of("clients", one, [])
        if not _has_records_below(one):
            found += _of("denominator", one, [one])
    return tuple(_distinct(found))


def _with_equal(count: str, group: Sequence[Figures]) -> Iterable[list[Figures]]:
    """The members of a group by the places they have and this count of theirs, also of what is their own."""
    found: dict[tuple[object, ...], list[Figures]] = {}
    for one in group:
        told = one.places, one.counts[count], one.own.at, one.own.partners, one.own.counts[count]
        found.setdefault((one.beside, *(column.tobytes() for column in told)), []).append(one)
    return found.values()


def _counted_in(one: Figures, others: Sequence[Figures]) -> Iterable[Figures]:
    """Those of the others whose numerator counts no case but those of the one, where the one has figures."""
    for other in others:
        if not _is_rest(one, other) and (found := _standing_as(one, other)) is not None:
            yield found


def _standing_as(one: Figures, other: Figures) -> Figures | None:
    """The other in the places of the one; None where it has not all of them."""
    at = _found_in(other.places, one.places)
    own = _found_in(keys_of(other), keys_of(one))
    if at is None or own is None:
        return None
    return replace(
        other,
        places=one.places,
        row_ids=other.row_ids[at],
        suppressed=other.suppressed[at],
        told=other.told[at],
        least=other.least[at],
        counts={name: count[at] for name, count in other.counts.items()},
        limits=(),
        own=replace(one.own, counts={name: count[own] for name, count in other.own.counts.items()}),
    )


def keys_of(one: Figures | Sums) -> Integers:
    """Of what is of a partner, a number for place and partner together."""
    return one.places[one.own.at] * MOST_PARTNERS + one.own.partners


def _found_in(sought: Integers, wanted: Integers) -> Integers | None:
    """Where the wanted numbers stand among the sought, which are in order; None when one is not there."""
    if not sought.size:
        return None if wanted.size else wanted
    at = np.searchsorted(sought, wanted)
    return at if np.array_equal(sought[np.minimum(at, sought.size - 1)], wanted) else None


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
        own_layers = OwnLayers(at, layers[:, here:], one.own.partners[told])
        least, most = _least(count, one)[known], _most(count, one)[known]
        here_layers = layers[:, :here]
        yield Sums(
            one.places[known], here_layers, one.known_to, one.made_by, own_layers, least, one.beside, most
        )


def _least(count: str, one: Figures) -> Integers:
    """What everybody knows this count to be at least; another indicator tells it of the number of cases."""
    sizes, clients = one.counts[count], one.counts["clients"]
    # Of what can be fewer than its clients (hours) nothing is known but that there is some.
    is_of_clients = not np.any(sizes < clients)
    least = one.least if is_of_clients else np.ones_like(one.least)
    if not np.array_equal(sizes, one.counts["records"], equal_nan=True):
        return least
    told = highest(one.limits, sizes).astype(np.int64)
    return np.maximum(least, told)


def _most(count: str, one: Figures) -> Numbers:
    """What everybody knows this count to be at most; an amount need not be one of cases."""
    return lowest(one.limits if count != "amount" else (), one.counts[count])


def _is_part(numerator: Numbers, sizes: Numbers) -> Mask:
    return np.asarray((numerator >= 0) & (numerator <= sizes))


def _has_records_below(one: Figures) -> bool:
    """Whether its share is one of records."""
    return np.array_equal(one.counts["denominator"], one.counts["records"], equal_nan=True)


def _distinct(every: Sequence[Sums]) -> list[Sums]:
    """Without a count that another one equals everywhere; the one in most layers stays, with all limits."""
    kept: dict[tuple[object, ...], Sums] = {}
    for sums in every:
        key = sums.places.tobytes(), sums.layers.sum(axis=0).tobytes(), sums.beside
        same = kept.get(key, sums)
        found = max(same, sums, key=lambda one: len(one.layers))
        least, most = np.maximum(same.least, sums.least), np.minimum(same.at_most, sums.at_most)
        kept[key] = replace(found, least=least, at_most=most)
    return list(kept.values())
