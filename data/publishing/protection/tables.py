"""Makes of every count of a population the table that attackers compute with, and what it must withstand.

The number behind a small figure must be able to be the threshold or more. Where that number consists of parts
(who left early and who did not) each part is a count of its own as well: what a small figure has of it must
be able to be something else, or '1 of an unknown number' would be read.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.publishing.protection.populations import Population
from data.publishing.protection.sums import Sums
from domain.columns import Mask
from domain.disclosure_cube import Place, cube, whole
from domain.disclosure_layout import Layout, layout
from domain.disclosure_ledger import Ledger, needs_of
from domain.disclosure_table import Integers, Table
from domain.period import Period


@dataclass(frozen=True)
class PartOf:
    """Which count, and which of its layers."""

    count: int
    layer: int


@dataclass(frozen=True, eq=False)
class Count:
    """A count as a table, where its cells stand, by how much each must be able to rise, and which are asked.

    `part_of` is the count that this one is a part of, and is None for a count that stands alone.
    """

    places: Integers
    table: Table
    layout: Layout
    needs: Integers
    asks: Mask
    part_of: PartOf | None = None

    def ledger(self, hidden: Mask) -> Ledger:
        """Nothing proved yet of what is hidden in these places."""
        return Ledger(self.table, hidden[self.places], self.needs, self.asks)

    def dearer(self, where: Mask) -> "Count":
        """What stands in these places may not be hidden."""
        costs = np.where(where[self.places], np.inf, self.table.costs)
        return replace(self, table=replace(self.table, costs=costs))

    def at_price(self, price: float) -> "Count":
        """Hiding costs so many times what it did."""
        return replace(self, table=replace(self.table, costs=self.table.costs * price))


def counts_of(population: Population, places: Sequence[Place], threshold: int) -> list[Count]:
    """Every count of the population, and after them the parts of those that consist of several."""
    asked = small_by_themselves(population, len(places), threshold)
    counts = [count_of(sums, places, threshold) for sums in population.sums]
    parts = [
        part
        for at, (sums, count) in enumerate(zip(population.sums, counts, strict=True))
        if len(sums.layers) > 1
        for part in _parts(at, sums, count, asked)
    ]
    return [*counts, *parts]


def count_of(sums: Sums, places: Sequence[Place], threshold: int) -> Count:
    """One count in all its layers; every hidden figure asks for proof."""
    here = placed(sums, places)
    table = cube(here, sums.layers)
    floors = np.maximum(_own_floors(sums, table), _spread(table.layers, sums.least))
    # Where nobody is, hiding hides nobody.
    costs = np.where(table.sizes > 0, table.costs, np.inf)
    is_limited = np.isfinite(sums.at_most).any()
    ceilings = np.broadcast_to(sums.at_most, table.sizes.shape) if is_limited else None
    table = replace(table, floors=floors, ceilings=ceilings, costs=costs)
    needs = _needs(sums, table, threshold)
    return Count(sums.places, table, layout(table, here), needs, np.ones(needs.size, dtype=bool))


def _parts(at: int, sums: Sums, count: Count, asked: Mask) -> Iterator[Count]:
    """Each layer as a count: what small figures have of it, where they have any, must be able to change.

    Of a part alone a figure can have as much more as all of it can be more.
    """
    own, is_limited = _own_floors(sums, count.table), count.table.ceilings is not None
    for layer, part in enumerate(count.table.layers):
        besides = count.table.sizes - part
        floors = np.maximum(own[layer], np.clip(sums.least - besides, 0, part))
        ceilings = part + count.table.headroom if is_limited else None
        table = replace(count.table, layers=part[None, :], floors=floors[None, :], ceilings=ceilings)
        asks = asked[sums.places] & (part > 0)
        yield Count(sums.places, table, count.layout, np.zeros_like(count.needs), asks, PartOf(at, layer))


def small_by_themselves(population: Population, count: int, threshold: int) -> Mask:
    """The places of small groups, and those of all partners that one partner could reduce to one."""
    small = places_of_few_others(population, count, threshold)
    for member in population.members:
        small[member.places[member.counts["clients"] < threshold]] = True
    return small


def places_of_few_others(population: Population, count: int, threshold: int) -> Mask:
    """The places of all partners where one knows its own part, and the others have too few clients."""
    hidden = np.zeros(count, dtype=bool)
    for member in population.members:
        others = member.counts["clients"][member.own.at] - member.own.counts["clients"]
        hidden[member.places[member.own.at[(others > 0) & (others < threshold)]]] = True
    return hidden


def _needs(sums: Sums, table: Table, threshold: int) -> Integers:
    """By how much each count must be able to rise: it may be small, or what one partner leaves of it."""
    at, least = sums.own.at, table.sizes.copy()
    others = table.sizes[at] - whole(sums.own.layers).sum(axis=0)
    np.minimum.at(least, at[others > 0], others[others > 0])
    return needs_of(least, threshold)


def _own_floors(sums: Sums, table: Table) -> Integers:
    """What some partner knows each count to be at least (layer × cell); who knows all of it is its owner."""
    own, floors = whole(sums.own.layers), np.zeros_like(table.layers)
    is_part = own.sum(axis=0) < table.sizes[sums.own.at]
    at = sums.own.at[is_part]
    np.maximum.at(floors.T, at, np.minimum(own[:, is_part], table.layers[:, at]).T)
    return floors


def _spread(layers: Integers, least: Integers) -> Integers:
    """What everybody knows each count to be at least, in its largest layers (which asks a little much)."""
    floors, left, cells = np.zeros_like(layers), least.copy(), np.arange(least.size)
    for row in np.argsort(-layers, axis=0, kind="stable"):
        floors[row, cells] = np.minimum(layers[row, cells], left)
        left -= floors[row, cells]
    return floors


def placed(sums: Sums, places: Sequence[Place]) -> list[Place]:
    """Where the figures of a count stand; who made up a longer period alone made up the shorter ones too."""
    alone: defaultdict[tuple[str | None, str | None], list[tuple[Period, str]]] = defaultdict(list)
    for at, partner in sums.known_to.items():
        alone[places[at].split, places[at].value].append((places[at].period, partner))
    known = [_known(places[at], alone[places[at].split, places[at].value]) for at in sums.places]
    return [
        replace(one, made_by=sums.made_by.get(at, frozenset()), is_beside=at in sums.beside)
        for one, at in zip(known, sums.places.tolist(), strict=True)
    ]


def _known(place: Place, alone: Sequence[tuple[Period, str]]) -> Place:
    """Of all partners together, with the one that made it up; nobody else's figures are in it then."""
    if place.partner is not None:
        return place
    partners = (partner for period, partner in alone if _is_inside(place.period, period))
    return replace(place, known_to=next(partners, None))


def _is_inside(period: Period, other: Period) -> bool:
    return other.contains(period.start) and other.contains(period.end)
