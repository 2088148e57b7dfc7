"""Puts two counts in one table of which the one is a part of the other: who answered, among who could have.

Each is safe by itself, and beside what is shown of the other. But what is hidden of both hangs together too:
where nobody answered, no more could have than are missing from the answers to a total. So both stand in one
table, with what is missing as a third count that nothing is asked of: in every witness the one is still a
part of the other. Of either the two largest layers change: that asks a little too much.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from data.publishing.protection.limits import from_outside
from data.publishing.protection.links import ANYTHING, Key, Links, Pair, linked, missing_floors
from data.publishing.protection.populations import Population, with_limits
from data.publishing.protection.sums import Sums, number_of
from data.publishing.protection.tables import Count, count_of, placed
from domain.columns import Mask
from domain.disclosure_cube import Place, owners_of
from domain.disclosure_layout import Layout
from domain.disclosure_ledger import Ledger
from domain.disclosure_table import Integers, Relation, Table

_MOST_ROWS = 2
"""So many layers of each may change: more of them take much longer, and hide hardly less."""


@dataclass(frozen=True, eq=False)
class Together:
    """Two counts as one table: cells of the part, of the whole, and what that has more where both stand."""

    part: Count
    whole: Count
    owners: Integers
    splits: Integers
    more_floors: Integers
    links: Links

    def ledger(
        self, part_hidden: Mask, whole_hidden: Mask, told: Mask, most_rows: int = _MOST_ROWS
    ) -> Ledger:
        """Nothing proved yet; what is missing is known where both are shown. What was told stays shown."""
        mine, theirs = self.links
        here, there = part_hidden[self.part.places], whole_hidden[self.whole.places]
        table, none = self._table(told, most_rows), np.zeros(mine.size, dtype=np.int64)
        return Ledger(
            table,
            np.concatenate([here, there, here[mine] | there[theirs]]),
            np.concatenate([self.part.needs, self.whole.needs, none]),
            np.concatenate([self.part.asks, self.whole.asks, none > 0]),
        )

    def layout(self) -> Layout:
        """No exchange knows of two counts, so that there are only programs."""
        return Layout((), {}, self.splits)

    def newly_hidden(self, ledger: Ledger) -> tuple[Integers, Integers]:
        """The places where the ledger hides the part, and the whole."""
        first, second = self.part.places.size, self.whole.places.size
        of_part, of_whole = ledger.hidden[:first], ledger.hidden[first : first + second]
        return self.part.places[of_part], self.whole.places[of_whole]

    def _table(self, told: Mask, most_rows: int) -> Table:
        """Each with its largest layers, the one as a row beside a row of the other.

        What is missing counts below nothing, as what the part has less: only then do sums hold in each row,
        and limits for all rows together. It is counted from what it is in truth.
        """
        mine, theirs = self.links
        part, whole = self.part.dearer(told).table, self.whole.dearer(told).table
        rows = min(most_rows, max(len(part.layers), len(whole.layers)))
        first, second = part.sizes.size, whole.sizes.size
        nothing = np.zeros((rows, mine.size), dtype=np.int64)
        layers = np.hstack([*(_largest(one, one.layers, rows) for one in (part, whole)), nothing])
        floors = np.hstack(
            [*(_largest(one, _floors(one), rows) for one in (part, whole)), nothing - ANYTHING]
        )
        missing = whole.sizes[theirs] - part.sizes[mine] - self.more_floors
        links = [
            Relation(int(of_part), (int(of_whole) + first, first + second + number))
            for number, (of_part, of_whole) in enumerate(zip(mine, theirs, strict=True))
        ]
        moved = [
            Relation(one.total + first, tuple(cell + first for cell in one.parts)) for one in whole.relations
        ]
        headroom = np.concatenate([part.headroom, whole.headroom, missing])
        return Table(
            layers,
            (*part.relations, *moved, *links),
            self.owners,
            np.concatenate([part.costs, whole.costs, np.zeros(mine.size)]),
            floors,
            layers.sum(axis=0) + headroom,
        )


def together(
    groups: Sequence[Population],
    pair: Pair,
    places: Sequence[Place],
    threshold: int,
    prices: Mapping[int, float] = MappingProxyType({}),
) -> Together:
    """The two counts of a pair as one table; hiding in a group costs so many times its price."""
    links = linked(*(groups[at].sums[number] for at, number in (pair.part, pair.whole)))
    first, second = (
        _beside(groups, mine, theirs, linked)
        for mine, theirs, linked in zip((pair.part, pair.whole), (pair.whole, pair.part), links, strict=True)
    )
    part, whole = (
        count_of(sums, places, threshold).at_price(prices.get(at, 1.0))
        for sums, at in zip((first, second), pair.groups, strict=True)
    )
    theirs = links[1]
    stand = [*placed(first, places), *placed(second, places)]
    beside = [stand[part.places.size + cell] for cell in theirs.tolist()]
    names = sorted({place.split or "" for place in places} | {""})
    every = [*stand, *beside]
    splits = np.array([names.index(place.split or "") for place in every])
    floors = missing_floors(first, second, links)
    return Together(part, whole, owners_of(every), splits, floors, links)


def _beside(groups: Sequence[Population], mine: Key, theirs: Key, linked: Integers) -> Sums:
    """This count, where it is linked without what the other one shows of it.

    That follows here from what is missing, and may yet be hidden. Elsewhere, and of all others, it limits.
    """
    (at, number), (beside, counted) = mine, theirs
    group, other = groups[at], groups[beside]
    telling = {one.indicator for one in other.members if number_of(one, other.sums) == counted}
    left = with_limits(group, {one.indicator: from_outside(one.limits, telling) for one in group.members})
    every, free = group.sums[number], left.sums[number]
    is_linked = np.isin(np.arange(every.places.size), linked)
    return replace(
        free,
        least=np.where(is_linked, free.least, every.least),
        at_most=np.where(is_linked, free.at_most, every.at_most),
    )


def _largest(table: Table, values: Integers, rows: int) -> Integers:
    """What the largest layers have of these values, the largest first; nothing in rows that are left."""
    order = np.argsort(-table.layers.sum(axis=1), kind="stable")[:rows]
    return np.pad(values[order], ((0, rows - order.size), (0, 0)))


def _floors(table: Table) -> Integers:
    return np.zeros_like(table.layers) if table.floors is None else table.floors
