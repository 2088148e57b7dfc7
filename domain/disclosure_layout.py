"""The figures of the partners laid out as partner × value × period, one block per split.

Within a block an attacker's freedom is an exchange: one partner has more of a value and another has less, in
one period the one way and in another period (or in the total) the other way. The ways in which periods can
answer each other are the moves.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from domain.disclosure_cube import Place
from domain.disclosure_table import Integers, Table
from domain.period import Period

NO_CELL = -1
ANYTHING = -2
"""In place of a cell where nothing has to add up: opposite totals, and opposite figures of all partners."""

MOVE_LENGTH = 4
"""Moves over more periods than this are left to linear programming."""

Move = tuple[tuple[int, ...], tuple[int, ...]]
"""The periods that rise and those that fall with them."""


@dataclass(frozen=True, eq=False)
class Block:
    """One split: its cells by partner × value × period, and per period the moves that raise it.

    A block of all partners has one row, and a second that can be anything: no partner is in its sums.
    """

    cells: Integers
    moves: tuple[tuple[Move, ...], ...]


@dataclass(frozen=True)
class Address:
    """A cell's block, and its partner, value and period in it."""

    block: int
    partner: int
    value: int
    period: int


@dataclass(frozen=True, eq=False)
class Layout:
    """All blocks of a table, where in them each cell stands, and every cell's split (0 for none)."""

    blocks: tuple[Block, ...]
    addresses: Mapping[int, Address]
    splits: Integers


def layout(table: Table, places: Sequence[Place]) -> Layout:
    """The blocks of a table whose cells stand in these places: per split one of partners and one of all.

    What stands beside the figure of all is in none, as there is nobody to exchange it with.
    """
    groups: defaultdict[tuple[str | None, bool], list[int]] = defaultdict(list)
    for cell, place in enumerate(places):
        if not place.is_beside:
            groups[place.split, place.partner is None].append(cell)
    periods = {group: {places[cell].period for cell in members} for group, members in groups.items()}
    blocks: list[Block] = []
    addresses: dict[int, Address] = {}
    for (split, is_of_all), members in groups.items():
        finer: list[tuple[str | None, bool]] = [
            (other, is_of_all) for other, of_all in groups if of_all == is_of_all and other and not split
        ]
        finer += [(split, False)] if is_of_all else []
        tied = set[Period]().union(*(periods.get(group, set()) for group in finer))
        found = _placed(table, places, members, len(blocks), is_of_all=is_of_all)
        addresses |= found
        blocks.append(_block(table, places, members, found, tied, is_of_all=is_of_all))
    names = sorted({place.split or "" for place in places} | {""})
    splits = np.array([names.index(place.split or "") for place in places], dtype=np.int64)
    return Layout(tuple(blocks), addresses, splits)


def _placed(
    table: Table, places: Sequence[Place], members: Sequence[int], block: int, *, is_of_all: bool
) -> dict[int, Address]:
    values = {value: at for at, value in enumerate(sorted({str(places[cell].value) for cell in members}))}
    periods = {period: at for at, period in enumerate(sorted({places[cell].period for cell in members}))}
    return {
        cell: Address(
            block,
            0 if is_of_all else int(table.owners[cell]),
            values[str(places[cell].value)],
            periods[places[cell].period],
        )
        for cell in members
    }


def _block(
    table: Table,
    places: Sequence[Place],
    members: Sequence[int],
    addresses: Mapping[int, Address],
    tied: set[Period],
    *,
    is_of_all: bool,
) -> Block:
    """A block; where nothing balances its rows or columns, a row or column that can be anything stands in."""
    periods = sorted({places[cell].period for cell in members})
    is_free = places[members[0]].split is None
    rows = 2 if is_of_all else table.partners
    columns = max(addresses[cell].value for cell in members) + 1 + is_free
    cells = np.full((rows, columns, len(periods)), NO_CELL)
    for cell in members:
        at = addresses[cell]
        cells[at.partner, at.value, at.period] = cell
    if is_of_all:
        cells[1] = ANYTHING
    if is_free:
        cells[:, -1] = ANYTHING
    tied_at = {at for at, period in enumerate(periods) if period in tied}
    return Block(cells, _moves(_sums(table, members, addresses), len(periods), tied_at))


def _sums(
    table: Table, members: Sequence[int], addresses: Mapping[int, Address]
) -> list[tuple[int, frozenset[int]]]:
    """Each total period with the periods that add up to it, for whichever partner they do."""
    inside = set(members)
    found: set[tuple[int, frozenset[int]]] = set()
    for relation in table.relations:
        if relation.total in inside and inside.issuperset(relation.parts):
            parts = frozenset(addresses[part].period for part in relation.parts)
            found.add((addresses[relation.total].period, parts))
    return _largest(found)


def _largest(sums: set[tuple[int, frozenset[int]]]) -> list[tuple[int, frozenset[int]]]:
    """Without the sums that are part of a longer one of the same total."""
    return sorted(
        (
            (total, parts)
            for total, parts in sums
            if not any(total == other and parts < longer for other, longer in sums)
        ),
        key=lambda one: (one[0], sorted(one[1])),
    )


def _moves(
    sums: Sequence[tuple[int, frozenset[int]]], periods: int, tied: set[int]
) -> tuple[tuple[Move, ...], ...]:
    found: set[frozenset[tuple[int, int]]] = set()
    for period in range(periods):
        if period not in tied:
            _balance({period: 1}, period, sums, tied, found)
    raising: list[list[Move]] = [[] for _ in range(periods)]
    for move in sorted(found, key=sorted):
        for sign in (1, -1):
            up = tuple(period for period, change in sorted(move) if change == sign)
            down = tuple(period for period, change in sorted(move) if change == -sign)
            for period in up:
                raising[period].append((up, down))
    return tuple(tuple(moves) for moves in raising)


def _balance(
    move: dict[int, int],
    first: int,
    sums: Sequence[tuple[int, frozenset[int]]],
    tied: set[int],
    found: set[frozenset[tuple[int, int]]],
) -> None:
    """Add every way to complete the move so that all sums hold; each is found from its first period only."""
    for total, parts in sums:
        left = sum(move.get(part, 0) for part in parts) - move.get(total, 0)
        if left:
            break
    else:
        found.add(frozenset(move.items()))
        return
    if len(move) == MOVE_LENGTH:
        return
    for period in (*sorted(parts), total):
        if period > first and period not in move and period not in tied:
            _balance({**move, period: left if period == total else -left}, first, sums, tied, found)
