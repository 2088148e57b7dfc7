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

Arcs = dict[int, list[tuple[int, int, int, int, int]]]
"""Per node its cells: the cell, the other node, 1 or -1 for the direction, the room onward and back."""

Steps = dict[int, tuple[int, int, int, int] | None]
"""Every node that is reached, with the step to it: from which node, through which cell and way, how much."""


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
    """How far a cell can move, through which cells, and what hiding each cell can add to that at most."""

    reach: int
    used: Mask
    cuts: tuple[Numbers, ...]

    def owners(self, net: Network) -> frozenset[int]:
        """Whose cells it takes."""
        return frozenset(net.owners[self.used].tolist()) - {NOBODY}


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
    reach, used = 0, np.zeros(hidden.size, dtype=bool)
    cuts = np.zeros((2, hidden.size))
    for counts in net.layers:
        most = need - reach if is_rise else min(need - reach, int(counts[cell]))
        room = np.stack([np.full(hidden.size, need), np.minimum(counts, need)])
        room[:, cell] = 0
        if attacker != NOBODY:
            room[:, net.owners == attacker] = 0
        sent, through, sides = _sent(net, room * unknown, int(source[cell]), int(sink[cell]), most)
        used[through] = True
        reach += sent
        if reach >= need:
            break
        for row, side in enumerate(sides):
            leaves, enters = side[net.tails] & ~side[net.heads], side[net.heads] & ~side[net.tails]
            cuts[row] += room[0] * leaves + room[1] * enters
    return Flow(reach, used, tuple(np.minimum(cut, need) for cut in cuts))


def _sent(
    net: Network, room: Integers, source: int, sink: int, most: int
) -> tuple[int, list[int], tuple[Mask, Mask]]:
    """What can flow and through which cells, and the sides of the first and of the last smallest cut."""
    nobody = np.zeros(net.nodes + 1, dtype=bool)
    if source == sink:
        return most, [], (nobody, nobody)
    arcs, through, sent = _arcs(net, room), dict[int, int](), 0
    while sent < most:
        steps = _reached(arcs, through, source, sink)
        if sink not in steps:
            back = _reached(arcs, through, sink, source, is_back=True)
            sides = (_side(net, steps), ~_side(net, back))
            return sent, [cell for cell, amount in through.items() if amount], sides
        sent += _augment(through, steps, sink, most - sent)
    return sent, [cell for cell, amount in through.items() if amount], (nobody, nobody)


def _arcs(net: Network, room: Integers) -> Arcs:
    found: Arcs = {}
    for cell in np.flatnonzero(room.any(axis=0)).tolist():
        tail, head = int(net.tails[cell]), int(net.heads[cell])
        rise, fall = int(room[0, cell]), int(room[1, cell])
        found.setdefault(tail, []).append((cell, head, 1, rise, fall))
        found.setdefault(head, []).append((cell, tail, -1, fall, rise))
    return found


def _reached(arcs: Arcs, through: dict[int, int], start: int, end: int, *, is_back: bool = False) -> Steps:
    """What can still be reached from the start, or backwards what can still reach it."""
    steps: Steps = {start: None}
    todo = [start]
    for node in todo:
        for cell, other, way, onward, back in arcs.get(node, ()):
            flows = way * through.get(cell, 0)
            left = back + flows if is_back else onward - flows
            if left > 0 and other not in steps:
                steps[other] = (node, cell, way, left)
                if other == end:
                    return steps
                todo.append(other)
    return steps


def _augment(through: dict[int, int], steps: Steps, sink: int, most: int) -> int:
    """Send along the steps what each of them has room for."""
    path, node = [], sink
    while (step := steps[node]) is not None:
        node, cell, way, left = step
        path.append((cell, way))
        most = min(most, left)
    for cell, way in path:
        through[cell] = through.get(cell, 0) + way * most
    return most


def _side(net: Network, steps: Steps) -> Mask:
    side = np.zeros(net.nodes + 1, dtype=bool)
    side[list(steps)] = True
    return side
