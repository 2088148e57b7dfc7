"""Finds what has to give way where a ceiling leaves a hidden count no other table.

Another indicator then gives it away, also when everything about the same cases is hidden: it shows what the
hidden count is a part of. So that has to be hidden as well, where that costs least.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from domain.columns import Numbers
from domain.disclosure_layout import Layout
from domain.disclosure_ledger import Ledger
from domain.disclosure_price import raised_at_a_price
from domain.disclosure_program import TINY
from domain.disclosure_protection import prove
from domain.disclosure_table import Integers

Rises = dict[int, int]
"""By how much cells must be able to rise that cannot, below their ceilings."""

_ROUNDS_OF_PRICES = 3
_MOST = 10.0**6
_UNPAYABLE = 10.0**7


def in_the_way(ledger: Ledger, placed: Layout) -> Rises:
    """Prove what can be of a ledger that hides everything; the ceilings in the way of the rest.

    What no table fits without any ceiling stays open in the ledger. Without a ceiling that gives way much
    else is proved at once, so that what follows asks only of what is left.
    """
    prove(ledger, placed)
    found: Rises = {}
    for cell in ledger.open_cells().tolist():
        # The outsider first, who knows least and so asks least.
        for attacker in np.flatnonzero(ledger.open[cell])[::-1].tolist():
            if ledger.open[cell, attacker] and not _is_proved(ledger, cell, attacker):
                more = _cheapest(ledger, cell, attacker)
                if more:
                    found |= more
                    ledger = _without(ledger, more)
                    prove(ledger, placed)
    return found


def _without(ledger: Ledger, ceilings: Iterable[int]) -> Ledger:
    """The same without these ceilings, for what is open still."""
    table = ledger.table
    left = table.sizes + table.headroom
    left[list(ceilings)] = np.inf
    found = Ledger(replace(table, ceilings=left), ledger.hidden, ledger.needs, ledger.asks)
    found.open &= ledger.open
    return found


def _is_proved(ledger: Ledger, cell: int, attacker: int) -> bool:
    for witness in raised_at_a_price(ledger, cell, ledger.table.owners != attacker):
        ledger.take(witness)
        return True
    return False


def _cheapest(ledger: Ledger, cell: int, attacker: int) -> Rises:
    """The least that must rise above a ceiling for one cell."""
    need, best = int(ledger.needs[cell]), (np.inf, Rises())
    for sign in (1, -1)[: 1 if need else 2]:
        program = _Exceeding(ledger, cell, attacker, sign)
        found = program.solved()
        if found is not None:
            best = min(best, (program.price(found), found), key=lambda one: one[0])
    return best[1]


@dataclass(frozen=True, eq=False)
class _Exceeding:
    """The linear program of moving one cell as far as it needs, and of exceeding ceilings at a price."""

    ledger: Ledger
    cell: int
    attacker: int
    sign: int

    def solved(self) -> Rises | None:
        """By how much what exceeds its ceiling rises; a cell is paid for once, however much that is."""
        prices, found = self._prices, None
        for _ in range(_ROUNDS_OF_PRICES):
            over = self._over(prices)
            if over is None:
                return None
            headroom = self.ledger.table.headroom[self._limited]
            used = over > TINY
            rises = np.ceil(headroom + over - TINY)[used].astype(int).tolist()
            found = dict(zip(self._limited[used].tolist(), rises, strict=True))
            prices = self._prices / (over + 0.3)
        return found

    def price(self, found: Rises) -> float:
        """What it costs to hide what is exceeded."""
        return float(self._prices[np.isin(self._limited, list(found))].sum())

    @cached_property
    def _prices(self) -> Numbers:
        prices: Numbers = np.minimum(self.ledger.table.costs[self._limited], _UNPAYABLE)
        return prices

    def _over(self, prices: Numbers) -> Numbers | None:
        """By how much each ceiling is exceeded in the cheapest table that fits."""
        from scipy.optimize import linprog
        from scipy.sparse import block_array, eye_array, kron

        table, count = self.ledger.table, len(self.ledger.table.layers)
        wide, limited = self._cells.size, self._limited.size
        sums = kron(eye_array(count), table.by_cell[:, self._cells])
        whole = kron(np.ones((1, count)), eye_array(wide)).tocsr()
        at = np.searchsorted(self._cells, np.append(self._limited, self.cell))
        room = table.room[:, self._cells].ravel()
        need = max(1, int(self.ledger.needs[self.cell]))
        found = linprog(
            np.concatenate([np.zeros(count * wide), prices]),
            A_ub=block_array([[whole[at[:-1]], -eye_array(limited)], [-self.sign * whole[at[-1:]], None]]),
            b_ub=np.append(table.headroom[self._limited], -need),
            A_eq=block_array([[sums, self._nothing(sums.shape[0])]]),
            b_eq=np.zeros(sums.shape[0]),
            bounds=[*((-float(one), _MOST) for one in room), *[(0.0, _MOST)] * limited],
            method="highs",
        ).x
        return None if found is None else np.asarray(found[count * wide :])

    def _nothing(self, rows: int) -> Any:
        from scipy.sparse import csr_array

        return csr_array((rows, self._limited.size))

    @cached_property
    def _cells(self) -> Integers:
        """What the attacker does not know."""
        return np.flatnonzero(self.ledger.table.owners != self.attacker)

    @cached_property
    def _limited(self) -> Integers:
        cells: Integers = self._cells[np.isfinite(self.ledger.table.headroom[self._cells])]
        return cells
