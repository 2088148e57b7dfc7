"""Finds, quickly, exchanges between two partners that an attacker cannot tell from the truth.

In an exchange one partner has more of a value and as much less of another value, a second partner the other
way round, and over time the same the other way round again, so that every sum stays what it was. Exchanges
add up to a witness for one cell; what they cannot do is left to linear programming.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from domain.disclosure_layout import ANYTHING, NO_CELL, Address, Block, Layout, Move
from domain.disclosure_ledger import Ledger, Witness, witness_of
from domain.disclosure_table import Integers

_PLENTY = 10**6
"""More than any count: what a side without cells can give."""


@dataclass(frozen=True)
class _Exchange:
    """What one counterpart can take over: its price in cells newly hidden, and the amount per layer."""

    price: float
    move: Move
    partner: int
    value: int
    amounts: tuple[int, ...]


def exchanges(
    ledger: Ledger, placed: Layout, cell: int, banned: Sequence[int] = (), may_hide: bool = False
) -> Witness | None:
    """A witness that moves this cell as it needs, leaving the banned partners alone; else None.

    What need only be something else is lowered where it cannot be raised. With `may_hide` it may change
    cells that are visible as yet, at the lowest price it finds.
    """
    at = placed.addresses.get(cell)
    if at is None:
        return None
    left = max(1, int(ledger.needs[cell]))
    for is_lower in (False, True)[: 1 if ledger.needs[cell] else 2]:
        search = _Search(ledger, placed.blocks[at.block], at, banned, may_hide, is_lower)
        found = _found(ledger, search, left)
        if found is not None:
            return found
    return None


class _Search:
    """What is still to be given and what it costs, in the shape of the block, while one cell is served."""

    def __init__(
        self, ledger: Ledger, block: Block, at: Address, banned: Sequence[int], may_hide: bool, is_lower: bool
    ) -> None:
        self.block, self.at = block, at
        self.moves = [(down, up) if is_lower else (up, down) for up, down in block.moves[at.period]]
        cells = block.cells
        self.room: Integers = ledger.table.room[:, cells]
        self.room[:, cells == NO_CELL] = 0
        self.room[:, cells == ANYTHING] = _PLENTY
        self.headroom: Integers = np.minimum(ledger.table.headroom, _PLENTY).astype(np.int64)[cells]
        self.headroom[cells < 0] = _PLENTY
        price = np.where(ledger.hidden, 0.0, ledger.table.costs if may_hide else np.inf)
        price[np.isin(ledger.table.owners, banned)] = np.inf
        self.price = price[cells]
        self.price[cells == NO_CELL] = np.inf
        self.price[cells == ANYTHING] = 0.0

    def best(self, left: int) -> _Exchange | None:
        """The cheapest exchange per client it moves, the larger one first when both are free."""
        options = (self._best_of(move, left) for move in self.moves)
        found = [option for option in options if option is not None]
        return min(found, key=lambda one: (one.price / sum(one.amounts), -sum(one.amounts)), default=None)

    def apply(self, one: _Exchange) -> Iterable[tuple[int, int, int]]:
        """The changes of this exchange; what they take is no longer there."""
        at, (rising, falling) = self.at, one.move
        mine = [(at.partner, at.value, 1), (at.partner, one.value, -1)]
        theirs = [(one.partner, at.value, -1), (one.partner, one.value, 1)]
        for partner, value, sign in mine + theirs:
            for period, turn in [(each, 1) for each in rising] + [(each, -1) for each in falling]:
                cell = int(self.block.cells[partner, value, period])
                self.price[partner, value, period] = 0.0
                if sign * turn > 0 and cell >= 0:
                    self.headroom[partner, value, period] -= sum(one.amounts)
                for layer, amount in enumerate(one.amounts):
                    if sign * turn < 0:
                        self.room[layer, partner, value, period] -= amount
                    if amount and cell != ANYTHING:
                        yield layer, cell, sign * turn * amount

    def _best_of(self, move: Move, left: int) -> _Exchange | None:
        at, (rising, falling) = self.at, move
        price = self.price[:, :, rising + falling].sum(axis=2)
        total = price + price[at.partner, at.value] + price[at.partner][None, :] + price[:, at.value][:, None]
        total[at.partner, :] = np.inf
        total[:, at.value] = np.inf
        partners, values = np.nonzero(np.isfinite(total))
        if not partners.size:
            return None
        amounts = self._capacity(move, partners, values)
        most = np.minimum(self._highest(move, partners, values), left)
        together = np.minimum(amounts.sum(axis=0), most)
        with np.errstate(divide="ignore"):
            worth = np.where(together > 0, (total[partners, values] + 1e-6) / together, np.inf)
        chosen = int(worth.argmin())
        if not np.isfinite(worth[chosen]):
            return None
        partner, value = int(partners[chosen]), int(values[chosen])
        shared = _shared(amounts[:, chosen], int(most[chosen]))
        return _Exchange(float(total[partner, value]), move, partner, value, shared)

    def _capacity(self, move: Move, partners: Integers, values: Integers) -> Integers:
        """Per layer what each of these counterparts could take over."""
        at, room, (rising, falling) = self.at, self.room, move
        capacity: Integers = np.full((len(room), partners.size), _PLENTY)
        for period in rising:
            np.minimum(capacity, room[:, at.partner, values, period], out=capacity)
            np.minimum(capacity, room[:, partners, at.value, period], out=capacity)
        for period in falling:
            np.minimum(capacity, room[:, at.partner, at.value, period][:, None], out=capacity)
            np.minimum(capacity, room[:, partners, values, period], out=capacity)
        return capacity

    def _highest(self, move: Move, partners: Integers, values: Integers) -> Integers:
        """How much each of these counterparts could take over before a count is more than it can be."""
        at, up, (rising, falling) = self.at, self.headroom, move
        highest: Integers = np.full(partners.size, _PLENTY)
        for period in rising:
            np.minimum(highest, up[at.partner, at.value, period], out=highest)
            np.minimum(highest, up[partners, values, period], out=highest)
        for period in falling:
            np.minimum(highest, up[at.partner, values, period], out=highest)
            np.minimum(highest, up[partners, at.value, period], out=highest)
        return highest


def _found(ledger: Ledger, search: _Search, left: int) -> Witness | None:
    """Exchanges that together move so many."""
    changes: list[tuple[int, int, int]] = []
    while left > 0:
        best = search.best(left)
        if best is None:
            return None
        changes += search.apply(best)
        left -= sum(best.amounts)
    found = witness_of(changes, len(ledger.table.layers))
    # The year of who delivers years only is in a sum across partners and periods, which no block knows of.
    return found if ledger.is_balanced(found) else None


def _shared(amounts: Integers, left: int) -> tuple[int, ...]:
    taken = []
    for amount in amounts:
        taken.append(min(int(amount), left))
        left -= taken[-1]
    return tuple(taken)
