"""How far a hidden count can move within sums that form a network, and which cells would have to be hidden.

A cell that stands in at most two sums is an arc between them: moving it means that as much flows back
through other hidden cells. What can flow back is computed by maximum flow, and the cells of the smallest cut
are those of which some must be hidden before more can.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_table import NOBODY, Integers, Table

_MOST_SUMS = 2
_OUTSIDE = 0
"""The node of all cells that stand in one sum only."""


@dataclass(frozen=True, eq=False)
class Network:
    """The cells of a part of a table as arcs between its sums, with counts, owners and what each needs.

    `cells` are indices in the table; a cell that rises flows from its tail to its head. `sums` are all sums
    of these cells, also those that do not fit in the network: the total first, as positions in `cells`.
    """

    cells: Integers
    tails: Integers
    heads: Integers
    layers: Integers
    owners: Integers
    needs: Integers
    nodes: int
    sums: tuple[Integers, ...]


@dataclass(frozen=True, eq=False)
class Flow:
    """How far a cell can move, by which changes (layer × cell), and what hiding each cell can add at most."""

    reach: int
    changes: Integers
    cuts: tuple[Numbers, ...]

    def owners(self, net: Network) -> frozenset[int]:
        """Whose cells it takes."""
        return frozenset(net.owners[self.changes.any(axis=0)].tolist()) - {NOBODY}


def network(table: Table, relations: Sequence[int], needs: Integers) -> Network:
    """The sums given, in this order, as far as they form a network; the others are left out."""
    signs: list[dict[int, int]] = [{}]
    seen: dict[int, list[tuple[int, int]]] = {}
    for row in relations:
        one = table.relations[row]
        entries = {**dict.fromkeys(one.parts, 1), one.total: -1}
        if any(len(seen.get(cell, ())) == _MOST_SUMS for cell in entries):
            continue
        signs.append(entries)
        for cell, sign in entries.items():
            seen.setdefault(cell, []).append((len(signs) - 1, sign))
    turned = _turned(len(signs), seen)
    cells = np.array(sorted(seen), dtype=np.int64)
    every = [[table.relations[row].total, *table.relations[row].parts] for row in relations]
    ends = np.array([_ends(seen[cell], turned) for cell in cells.tolist()], dtype=np.int64).reshape(-1, 2)
    return Network(
        cells,
        ends[:, 0],
        ends[:, 1],
        table.layers[:, cells],
        table.owners[cells],
        needs[cells],
        len(signs),
        tuple(np.searchsorted(cells, one) for one in every if all(cell in seen for cell in one)),
    )


def _turned(nodes: int, seen: dict[int, list[tuple[int, int]]]) -> list[int]:
    """Per sum 1 or -1, so that a cell in two sums has opposite signs in them."""
    neighbours: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for entries in seen.values():
        if len(entries) == _MOST_SUMS:
            (one, first), (other, second) = entries
            neighbours[one].append((other, -first * second))
            neighbours[other].append((one, -first * second))
    turned = [0] * nodes
    for start in range(1, nodes):
        if turned[start]:
            continue
        turned[start], todo = 1, [start]
        while todo:
            one = todo.pop()
            for other, sign in neighbours[one]:
                if not turned[other]:
                    turned[other] = turned[one] * sign
                    todo.append(other)
    return turned


def _ends(entries: list[tuple[int, int]], turned: list[int]) -> tuple[int, int]:
    """The sum that a rise of the cell takes from, and the one that it adds to."""
    tail = head = _OUTSIDE
    for node, sign in entries:
        if sign * turned[node] > 0:
            head = node
        else:
            tail = node
    return tail, head


def flow(net: Network, hidden: Mask, cell: int, attacker: int, *, is_rise: bool) -> Flow:
    """How far this cell of the network can rise or fall, as far as the attacker can tell."""
    need = max(1, int(net.needs[cell]))
    unknown = hidden if attacker == NOBODY else hidden & (net.owners != attacker)
    source, sink = (net.heads, net.tails) if is_rise else (net.tails, net.heads)
    reach, changes = 0, np.zeros_like(net.layers)
    cuts = np.zeros((2, hidden.size))
    for layer, counts in enumerate(net.layers):
        most = need - reach if is_rise else min(need - reach, int(counts[cell]))
        room = np.stack([np.full(hidden.size, need), np.minimum(counts, need)])
        room[:, cell] = 0
        if attacker != NOBODY:
            room[:, net.owners == attacker] = 0
        sent, changes[layer], sides = _sent(net, room * unknown, int(source[cell]), int(sink[cell]), most)
        changes[layer, cell] = sent if is_rise else -sent
        reach += sent
        if reach >= need:
            break
        for row, side in enumerate(sides):
            leaves, enters = side[net.tails] & ~side[net.heads], side[net.heads] & ~side[net.tails]
            cuts[row] += room[0] * leaves + room[1] * enters
    return Flow(reach, changes, tuple(np.minimum(cut, need) for cut in cuts))


def _sent(
    net: Network, room: Integers, source: int, sink: int, most: int
) -> tuple[int, Integers, tuple[Mask, Mask]]:
    """What can flow and through which cells, and the sides of the first and of the last smallest cut."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    if source == sink:
        return most, np.zeros_like(room[0]), (_nobody(net), _nobody(net))
    arcs = np.zeros((net.nodes + 1, net.nodes + 1), dtype=np.int32)
    np.add.at(arcs, (net.tails, net.heads), room[0])
    np.add.at(arcs, (net.heads, net.tails), room[1])
    arcs[net.nodes, source] = most
    found = maximum_flow(csr_array(arcs), net.nodes, sink)
    through = found.flow.toarray()
    left = arcs - through > 0
    return (
        int(found.flow_value),
        _through(net, through, room),
        (_reached(left, source), ~_reached(left.T, sink)),
    )


def _through(net: Network, through: Integers, room: Integers) -> Integers:
    """What flows through each cell; of cells between the same two sums the first takes what it can."""
    changes: Integers = np.clip(through[net.tails, net.heads], -room[1], room[0]).astype(np.int64)
    return changes


def _nobody(net: Network) -> Mask:
    return np.zeros(net.nodes + 1, dtype=bool)


def _reached(left: Mask, start: int) -> Mask:
    reached = np.zeros(left.shape[0], dtype=bool)
    reached[start], fresh = True, np.array([start])
    while fresh.size:
        fresh = np.flatnonzero(left[fresh].any(axis=0) & ~reached)
        reached[fresh] = True
    return reached
