"""Which hidden cells cannot be what they must be able to be, in tables too large to prove cell by cell.

A linear program moves as many cells at once as can be; what is left then is tried one by one. Fractions are
taken for counts: this proves less than a witness does, and finds whatever linear programs find.
"""

from dataclasses import replace

import numpy as np

from domain.columns import Mask
from domain.disclosure_ledger import Ledger, Witness
from domain.disclosure_price import raised_at_a_price
from domain.disclosure_program import Cells, Program
from domain.disclosure_table import Integers

_NEAR = 1e-6
_FRUITLESS = 3
"""After so many programs that move nothing more the cells that are left are tried one by one."""

_NONE = np.zeros(0, dtype=np.int64)


class Reach:
    """Which cells of a table of one layer are known by now to move as far as they need before some attacker.

    What is hidden more only lets cells move further, so that what was found once stays so.
    """

    def __init__(self, moves: Mask) -> None:
        self.moves = moves.copy()

    def move(self, ledger: Ledger, mine: Mask) -> None:
        """Move many at once: all that is left while that moves any, and then half of it at a time."""
        cells = Cells(np.flatnonzero(ledger.hidden & ~mine), _NONE)
        asked = np.flatnonzero(ledger.hidden & ledger.asks & ~mine)
        for some in (asked[ledger.needs[asked] > 0], asked):
            self._move_many(ledger, cells, some)

    def stuck(self, ledger: Ledger, mine: Mask) -> Integers:
        """The hidden cells that ask and do not move as far as they need, tried one by one."""
        free = np.flatnonzero(ledger.hidden & ~mine)
        cells, asked = Cells(free, _NONE), free[ledger.asks[free]]
        for cell in self._left(asked):
            if not self.moves[cell]:
                self._move(ledger, cells, np.array([cell]))
            if ledger.needs[cell] == 0 and not self.moves[cell]:
                self._move(ledger, cells, np.array([cell]), -1)
        return self._left(asked)

    def _move_many(self, ledger: Ledger, cells: Cells, asked: Integers) -> None:
        draw, share, fruitless = np.random.default_rng(1), 1.0, 0
        while (left := self._left(asked)).size and fruitless < _FRUITLESS:
            chosen = left[draw.random(left.size) < share]
            if chosen.size:
                self._move(ledger, cells, chosen)
            if self._left(asked).size < left.size:
                fruitless = 0
            else:
                share, fruitless = 0.5, fruitless + 1

    def _left(self, asked: Integers) -> Integers:
        found: Integers = asked[~self.moves[asked]]
        return found

    def _move(self, ledger: Ledger, cells: Cells, targets: Integers, sign: int = 1) -> None:
        changes = Program(ledger, targets, np.array([0]), cells, sign).nearest()
        # What a program makes of sums is believed as far as it adds up.
        if changes is not None and np.abs(ledger.table.matrix @ changes[0]).max(initial=0.0) < _NEAR:
            change, needs = changes[0], ledger.needs
            is_far = np.where(needs > 0, change >= needs - _NEAR, np.abs(change) >= 1 - _NEAR)
            self.moves |= is_far & ledger.hidden


def freed(ledger: Ledger, cell: int, mine: Mask, kept: Mask) -> Witness | None:
    """What frees a cell for the least before who knows its own, with what is kept in the open; or None."""
    costs = np.where(kept, np.inf, ledger.table.costs)
    priced = Ledger(replace(ledger.table, costs=costs), ledger.hidden, ledger.needs, ledger.asks)
    found = list(raised_at_a_price(priced, cell, ~mine))
    return min(found, key=lambda one: float(costs[one.cells[~ledger.hidden[one.cells]]].sum()), default=None)
