"""Finds by linear programming an alternative table that an attacker cannot tell from the true one.

Slower than exchanges and able to do anything: raise several hidden cells at once, over splits and periods.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_ledger import Ledger, Witness
from domain.disclosure_table import Integers

_ROUNDS_OF_PRICES = 3
_TINY = 1e-7
_NODES_TO_ROUND = 100
"""Counted work, not seconds: every machine then finds the same."""
_MOST = 10.0**6


@dataclass(frozen=True, eq=False)
class _Cells:
    """The cells that may change: hidden ones freely, visible ones at a price, up and down apart."""

    free: Integers
    priced: Integers

    @property
    def columns(self) -> Integers:
        """The cell of every column: free ones, what goes up, what goes down."""
        return np.concatenate([self.free, self.priced, self.priced])

    @property
    def ups(self) -> int:
        """So many columns come before those that count downwards."""
        return self.free.size + self.priced.size


def raised(ledger: Ledger, targets: Integers, allowed: Mask) -> Witness | None:
    """A witness on the hidden cells allowed that raises as many of the targets as it can."""
    free = np.flatnonzero(ledger.hidden & allowed)
    program = _Program(ledger, targets, _largest_layer(ledger, free))
    return program.whole(program.solved(_Cells(free, _none()), None))


def raised_at_a_price(ledger: Ledger, target: int, allowed: Mask) -> Witness | None:
    """A witness that raises one cell as far as it needs, changing visible cells where they cost least."""
    visible = np.flatnonzero(~ledger.hidden & allowed & (ledger.table.sizes > 0))
    cells = _Cells(np.flatnonzero(ledger.hidden & allowed), visible)
    for layers in (_largest_layer(ledger, cells.columns), np.arange(len(ledger.table.layers))):
        program = _Program(ledger, np.array([target]), layers)
        found = program.whole(_cheap(program, cells, ledger.table.costs[visible]))
        if found is not None and _rise(found, target) >= max(1, int(ledger.needs[target])):
            return found
    return None


def _rise(witness: Witness, cell: int) -> int:
    return int(witness.changes[:, witness.cells == cell].sum())


def _cheap(program: "_Program", cells: _Cells, costs: Numbers) -> Numbers | None:
    """A cell is paid for once, however much it changes: what is used already becomes cheaper per client."""
    changes, prices = None, costs
    for _ in range(_ROUNDS_OF_PRICES):
        found = program.solved(cells, prices)
        if found is None:
            break
        changes = found
        used = np.abs(changes).sum(axis=0)[cells.priced]
        if not used.any():
            break
        prices = costs / (used + 0.3)
    return changes


def _largest_layer(ledger: Ledger, cells: Integers) -> Integers:
    """One layer is enough for most witnesses, and takes a fraction of the time."""
    layer: Integers = ledger.table.layers[:, cells].sum(axis=1).argmax(keepdims=True)
    return layer


@dataclass(frozen=True, eq=False)
class _Program:
    """The linear program of raising some cells by changes in some layers."""

    ledger: Ledger
    targets: Integers
    layers: Integers

    def solved(self, cells: _Cells, prices: Numbers | None, *, is_whole: bool = False) -> Numbers | None:
        """The changes (layer × cell) of the best solution; with prices the targets must be reached."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        matrix, low, high = self._constraints(cells)
        floor, ceiling = self._limits(cells)
        needs = np.maximum(1.0, self.ledger.needs[self.targets])
        goal = np.zeros(floor.shape)
        goal[:, cells.free.size :] = 0.0 if prices is None else np.tile(prices, 2)
        solution = milp(
            np.concatenate([goal.ravel(), -1.0 / needs]),
            constraints=LinearConstraint(matrix, low, high),
            bounds=Bounds(
                np.concatenate([floor.ravel(), np.zeros(needs.size) if prices is None else needs]),
                np.concatenate([ceiling.ravel(), needs]),
            ),
            integrality=np.full(goal.size + needs.size, int(is_whole)),
            options={"node_limit": _NODES_TO_ROUND} if is_whole else {},
        ).x
        return None if solution is None else self._unfolded(solution[: goal.size].reshape(goal.shape), cells)

    def whole(self, changes: Numbers | None) -> Witness | None:
        """The solution in whole numbers, by integer programming where rounding is not enough."""
        if changes is None:
            return None
        rounded = np.rint(changes)
        if np.abs(changes - rounded).max(initial=0.0) > _TINY:
            used: Mask = np.asarray((np.abs(changes) > _TINY).any(axis=0))
            used[self.targets] = True
            found = self.solved(_Cells(np.flatnonzero(used), _none()), None, is_whole=True)
            if found is None:
                return None
            rounded = np.rint(found)
        cells = np.flatnonzero(rounded.any(axis=0))
        return Witness(cells, rounded[:, cells].astype(np.int64)) if cells.size else None

    def _limits(self, cells: _Cells) -> tuple[Numbers, Numbers]:
        """How far each column may go down and up; down is a column of its own for what has a price."""
        counts = self.ledger.table.layers[np.ix_(self.layers, cells.columns)].astype(np.float64)
        at = np.arange(cells.columns.size)
        is_free = at < cells.free.size
        return np.where(is_free, -counts, 0.0), np.where(at < cells.ups, _MOST, counts)

    def _constraints(self, cells: _Cells) -> tuple[Any, Numbers, Numbers]:
        """Every relation holds in every layer, and no target counts for more than its layers rise."""
        from scipy.sparse import block_array, block_diag, csr_array, diags_array

        signs = np.where(np.arange(cells.columns.size) < cells.ups, 1.0, -1.0)
        together = (self.ledger.table.by_cell[:, cells.columns] @ diags_array(signs)).tocsr()
        together = together[np.flatnonzero(np.diff(together.indptr))]
        count, size, wide = self.layers.size, self.targets.size, cells.columns.size
        sums = block_diag([together] * count, format="csr")
        position = np.searchsorted(cells.free, self.targets)
        columns = np.concatenate([position + layer * wide for layer in range(count)])
        rise = csr_array(
            (-np.ones(size * count), (np.tile(np.arange(size), count), columns)), shape=(size, count * wide)
        )
        matrix = block_array([[sums, None], [rise, diags_array(np.ones(size))]], format="csc")
        low = np.concatenate([np.zeros(sums.shape[0]), np.full(size, -np.inf)])
        return matrix, low, np.zeros(low.size)

    def _unfolded(self, solution: Numbers, cells: _Cells) -> Numbers:
        changes = np.zeros(self.ledger.table.layers.shape)
        inside = np.zeros((self.layers.size, self.ledger.table.sizes.size))
        inside[:, cells.free] = solution[:, : cells.free.size]
        inside[:, cells.priced] = solution[:, cells.free.size : cells.ups] - solution[:, cells.ups :]
        changes[self.layers] = inside
        return changes


def _none() -> Integers:
    return np.zeros(0, dtype=np.int64)
