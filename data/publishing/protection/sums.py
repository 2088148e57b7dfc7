"""What adds up in a group of indicators: every count of theirs, in the layers that add up separately."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from data.publishing.protection import same_cases
from data.publishing.protection.figures import Figures
from data.publishing.protection.limits import highest, lowest
from data.publishing.protection.parts import parted
from domain.columns import Mask, Numbers
from domain.disclosure_table import Integers

MOST_PARTNERS = 1_000_000


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


def sums_of(group: Sequence[Figures]) -> tuple[Sums, ...]:
    """Every count of these indicators that is not the same everywhere as another one."""
    found: list[Sums] = []
    equal = list(_with_equal("records", group))
    for members in equal:
        wider = [others for others in equal if any(same_cases.is_rest(members[0], one) for one in others)]
        parts = [*members, *(one for others in wider for one in _counted_in(members[0], others))]
        first = replace(members[0], limits=tuple(limit for one in members for limit in one.limits))
        found += _of("records", first, [part for part in parts if same_cases.has_records_below(part)])
    for one in group:
        found += [*_of("n", one, []), *_of("amount", one, [])]
        if not np.isfinite(one.counts["denominator"]).any() and not np.isfinite(one.counts["records"]).any():
            found += _of("clients", one, [])
        if not same_cases.has_records_below(one):
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
        if not same_cases.is_rest(one, other) and (found := _standing_as(one, other)) is not None:
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


def only_known_to(sums: Sums, partners: Sequence[int]) -> Sums:
    """With what each of these partners knows of itself, and no other."""
    known = np.isin(sums.own.partners, partners)
    own = OwnLayers(sums.own.at[known], sums.own.layers[:, known], sums.own.partners[known])
    return replace(sums, own=own)


def number_of(member: Figures, every: Sequence[Sums]) -> int | None:
    """Which count is how many records this indicator has."""
    sizes = member.counts["records"]
    known = np.isfinite(sizes)
    for number, sums in enumerate(every):
        is_there = known.any() and np.array_equal(sums.places, member.places[known])
        if is_there and np.array_equal(sums.layers.sum(axis=0), sizes[known]):
            return number
    return None


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
