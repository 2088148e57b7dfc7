"""All counts that hang together, as parts of one another, in one table of their sizes.

Of two parts that are shown each may tell some of a hidden whole, and both together too much: a pair
(`together`) knows one of them. Here all are beside each other. Of counts in layers only the sizes are here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.publishing.protection.limits import Limits
from data.publishing.protection.links import ANYTHING, Key, Links, Pair, linked, missing_floors
from data.publishing.protection.populations import Population, with_limits
from data.publishing.protection.sums import Sums, number_of, only_known_to
from data.publishing.protection.tables import Count, count_of, placed
from domain.columns import Mask
from domain.disclosure_cube import Place, owners_of, whole
from domain.disclosure_ledger import Ledger
from domain.disclosure_table import Integers, Relation, Table

Attackers = Mapping[str, int]
"""Partners, by code and number; without any, an outsider."""


@dataclass(frozen=True, eq=False)
class Connected:
    """Counts as one table, in this order; after their cells stands what is missing where the one is a part.

    `stand` is where each cell stands, and `owned` which ones an attacker knows as they are its own.
    """

    counts: Mapping[Key, Count]
    table: Table
    needs: Integers
    links: tuple[Links, ...]
    stand: tuple[Place, ...]
    owned: Mask

    def ledger(self, masks: Sequence[Mask]) -> Ledger:
        """Nothing proved yet; what is missing is known where both are shown, and nothing is asked of it."""
        hidden, is_count = self.cells(masks), np.arange(self.needs.size) < self._counted
        missing = [hidden[mine] | hidden[theirs] for mine, theirs in self.links]
        hidden[self._counted :] = np.concatenate(missing)
        return Ledger(self.table, hidden, self.needs, is_count)

    def cells(self, masks: Sequence[Mask]) -> Mask:
        """The cells of counts in these places of the groups."""
        found = [masks[at][count.places] for (at, _), count in self.counts.items()]
        return np.concatenate([*found, np.zeros(self.needs.size - self._counted, dtype=bool)])

    @property
    def _counted(self) -> int:
        return sum(count.places.size for count in self.counts.values())

    def scopes(self) -> list[Mask]:
        """The cells of each calendar year and of each split, where programs are quick, and all of them."""
        ends = np.array([(place.period.start.year, place.period.end.year) for place in self.stand])
        years = [(ends == year).all(axis=1) for year in np.unique(ends)]
        named = np.array([place.split or "" for place in self.stand])
        splits = [named == name for name in np.unique(named)]
        return [*years, *splits, np.ones(len(self.stand), dtype=bool)]

    def group_of(self, cell: int) -> int:
        """The group of which a cell is hidden."""
        ends = np.cumsum([count.places.size for count in self.counts.values()])
        return list(self.counts)[int(np.searchsorted(ends, cell, side="right"))][0]

    def hide(self, cells: Integers, masks: Sequence[Mask]) -> None:
        """Hide in the masks of the groups what stands in these cells."""
        first = 0
        for (at, _), count in self.counts.items():
            here = cells[(first <= cells) & (cells < first + count.places.size)] - first
            masks[at][count.places[here]] = True
            first += count.places.size


def components(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs that hang together, as they share a count."""
    found: list[list[Pair]] = []
    for pair in pairs:
        near = [one for one in found if any({pair.part, pair.whole} & {x.part, x.whole} for x in one)]
        found = [one for one in found if one not in near] + [[*(x for one in near for x in one), pair]]
    return found


def connected(
    groups: Sequence[Population],
    pairs: Sequence[Pair],
    places: Sequence[Place],
    threshold: int,
    prices: Mapping[int, float],
    attackers: Attackers,
) -> Connected:
    """The counts of these pairs as one table, as these partners know them, or an outsider.

    Of several partners the one that knows most counts everywhere, so that what holds before them all holds
    before each. Hiding in a group costs so many times its price.
    """
    keys = sorted({key for pair in pairs for key in (pair.part, pair.whole)})
    links = [linked(_sums(groups, pair.part), _sums(groups, pair.whole)) for pair in pairs]
    numbers = [*attackers.values()]
    sums = {key: only_known_to(_without_limits(groups, key, pairs, links), numbers) for key in keys}
    counts = {
        key: _of_sizes(count_of(sums[key], places, threshold), sums[key]).at_price(prices.get(key[0], 1.0))
        for key in keys
    }
    first = dict(zip(keys, np.cumsum([0, *(counts[key].places.size for key in keys)]).tolist(), strict=False))
    moved = [
        (mine + first[pair.part], theirs + first[pair.whole])
        for pair, (mine, theirs) in zip(pairs, links, strict=True)
    ]
    floors = [
        missing_floors(sums[pair.part], sums[pair.whole], one) for pair, one in zip(pairs, links, strict=True)
    ]
    stand = [place for key in keys for place in placed(sums[key], places)]
    every = (*stand, *(stand[cell] for _, theirs in moved for cell in theirs.tolist()))
    tables = [counts[key].table for key in keys]
    needs = np.zeros(len(every), dtype=np.int64)
    needs[: len(stand)] = np.concatenate([counts[key].needs for key in keys])
    owned = np.array([(place.partner or place.known_to) in attackers for place in every])
    table = _table(tables, list(first.values()), moved, floors, owners_of(every))
    return Connected(counts, table, needs, tuple(moved), every, owned)


def _sums(groups: Sequence[Population], key: Key) -> Sums:
    return groups[key[0]].sums[key[1]]


def _without_limits(
    groups: Sequence[Population], key: Key, pairs: Sequence[Pair], links: Sequence[Links]
) -> Sums:
    """This count, where it is linked without what the other one shows of it, which may yet be hidden."""
    group, sums = groups[key[0]], _sums(groups, key)
    free = {one.indicator: one.limits for one in group.members}
    for pair, (mine, theirs) in zip(pairs, links, strict=True):
        if key in (pair.part, pair.whole):
            (at, number), cells = (pair.whole, mine) if key == pair.part else (pair.part, theirs)
            other = groups[at]
            telling = {one.indicator for one in other.members if number_of(one, other.sums) == number}
            free = {
                one.indicator: tuple(
                    _nothing_at(limit, np.isin(one.places, sums.places[cells]))
                    if limit.other in telling
                    else limit
                    for limit in free[one.indicator]
                )
                for one in group.members
            }
    return with_limits(group, free).sums[key[1]]


def _nothing_at(limits: Limits, where: Mask) -> Limits:
    return replace(
        limits,
        at_most=np.where(where, np.inf, limits.at_most),
        at_least=np.where(where, 0.0, limits.at_least),
    )


def _table(
    tables: Sequence[Table],
    first: Sequence[int],
    links: Sequence[Links],
    floors: Sequence[Integers],
    owners: Integers,
) -> Table:
    """Sizes only; what is missing counts as nothing, and as what the part has less than the whole."""
    sizes = np.concatenate([one.sizes for one in tables])
    many = sum(mine.size for mine, _ in links)
    none = np.zeros(many, dtype=np.int64)
    relations = [
        Relation(one.total + start, tuple(cell + start for cell in one.parts))
        for table, start in zip(tables, first, strict=True)
        for one in table.relations
    ]
    pairs = [pair for mine, theirs in links for pair in zip(mine.tolist(), theirs.tolist(), strict=True)]
    relations += [Relation(part, (whole, sizes.size + number)) for number, (part, whole) in enumerate(pairs)]
    least = [one.sizes - one.room[0] for one in tables]
    missing = [sizes[theirs] - sizes[mine] - more for (mine, theirs), more in zip(links, floors, strict=True)]
    return Table(
        np.concatenate([sizes, none])[None, :],
        tuple(relations),
        owners,
        np.concatenate([*(one.costs for one in tables), np.zeros(many)]),
        np.concatenate([*least, none - ANYTHING])[None, :],
        np.concatenate([sizes, none]) + np.concatenate([*(one.headroom for one in tables), *missing]),
    )


def _of_sizes(count: Count, sums: Sums) -> Count:
    """Its layers together, and what somebody knows that is at least; who knows all of it is its owner."""
    sizes, at, own = count.table.sizes, sums.own.at, whole(sums.own.layers).sum(axis=0)
    floors, is_part = np.minimum(sums.least, sizes), own < sizes[at]
    np.maximum.at(floors, at[is_part], own[is_part])
    return replace(count, table=replace(count.table, layers=sizes[None, :], floors=floors[None, :]))
