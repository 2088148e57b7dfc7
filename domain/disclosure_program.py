"""Finds by linear programming an alternative table that an attacker cannot tell from the true one.

Slower than exchanges and able to do anything: raise several hidden cells at once, over splits and periods.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_ledger import Ledger, Witness
from domain.disclosure_table import Integers

TINY = 1e-7
_NODES_TO_ROUND = 100
"""Counted work, not seconds: every machine then finds the same."""
_MOST = 10.0**6


@dataclass(frozen=True, eq=False)
class Cells:
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


def raised(ledger: Ledger, targets: Integers, allowed: Mask, sign: int = 1) -> Witness | None:
    """A witness on the hidden cells allowed that raises (-1: lowers) as many of the targets as it can."""
    free = np.flatnonzero(ledger.hidden & allowed)
    program = Program(ledger, targets, largest_layer(ledger, free), Cells(free, _none()), sign)
    return program.whole(program.solved(None))


def largest_layer(ledger: Ledger, cells: Integers) -> Integers:
    """One layer is enough for most witnesses, and takes a fraction of the time."""
    layer: Integers = ledger.table.layers[:, cells].sum(axis=1).argmax(keepdims=True)
    return layer


@dataclass(frozen=True, eq=False)
class Program:
    """The linear program of raising (-1: lowering) some cells by changes of cells in some layers."""

    ledger: Ledger
    targets: Integers
    layers: Integers
    cells: Cells
    sign: int = 1

    def solved(self, prices: Numbers | None) -> Numbers | None:
        """The changes (layer × cell) of the best solution; with prices the targets must be reached."""
        return self._solution(*self._goal(prices), "highs")

    def nearest(self) -> Numbers | None:
        """The changes that bring the targets nearest to what they need, all together.

        Some go away from it as far as they can, where that lets others come nearer. Of many targets from the
        inside, which is quicker there; of one that may take for ever.
        """
        goal, limits = self._goal(None)
        limits[-self.targets.size :, 0] = -_MOST
        return self._solution(goal, limits, "highs-ipm" if self.targets.size > 1 else "highs")

    def _solution(self, goal: Numbers, limits: Numbers, method: str) -> Numbers | None:
        from scipy.optimize import linprog

        solution = linprog(
            goal,
            A_ub=self._limited[0],
            b_ub=self._limited[1],
            A_eq=self._sums,
            b_eq=np.zeros(self._sums.shape[0]),
            bounds=limits,
            method=method,
        ).x
        return None if solution is None else self._unfolded(solution)

    def solved_whole(self) -> Numbers | None:
        """The same in whole numbers, as far as a fixed amount of work finds them."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        goal, limits = self._goal(None)
        solution = milp(
            goal,
            constraints=[
                LinearConstraint(self._sums, 0.0, 0.0),
                LinearConstraint(self._limited[0], -np.inf, self._limited[1]),
            ],
            bounds=Bounds(*limits.T),
            integrality=np.ones(goal.size),
            options={"node_limit": _NODES_TO_ROUND},
        ).x
        return None if solution is None else self._unfolded(solution)

    def _goal(self, prices: Numbers | None) -> tuple[Numbers, Numbers]:
        """What every column costs, and how far it may go."""
        floor, ceiling = self._limits()
        needs = np.maximum(1.0, self.ledger.needs[self.targets])
        goal = np.zeros(floor.shape)
        goal[:, self.cells.free.size :] = 0.0 if prices is None else np.tile(prices, 2)
        low = np.concatenate([floor.ravel(), np.zeros(needs.size) if prices is None else needs])
        high = np.concatenate([ceiling.ravel(), needs])
        return np.concatenate([goal.ravel(), -1.0 / needs]), np.column_stack([low, high])

    def whole(self, changes: Numbers | None) -> Witness | None:
        """The solution in whole numbers, by integer programming where rounding is not enough."""
        if changes is None:
            return None
        rounded = np.rint(changes)
        if np.abs(changes - rounded).max(initial=0.0) > TINY:
            used: Mask = np.asarray((np.abs(changes) > TINY).any(axis=0))
            used[self.targets] = True
            found = replace(self, cells=Cells(np.flatnonzero(used), _none())).solved_whole()
            if found is None:
                return None
            rounded = np.rint(found)
        cells = np.flatnonzero(rounded.any(axis=0))
        return Witness(cells, rounded[:, cells].astype(np.int64)) if cells.size else None

    def _limits(self) -> tuple[Numbers, Numbers]:
        """How far each column may go down and up; down is a column of its own for what has a price."""
        cells = self.cells
        counts = self.ledger.table.room[np.ix_(self.layers, cells.columns)].astype(np.float64)
        at = np.arange(cells.columns.size)
        is_free = at < cells.free.size
        most = np.minimum(_MOST, self._headroom) if self.layers.size == 1 else _MOST
        return np.where(is_free, -counts, 0.0), np.where(at < cells.ups, most, counts)

    @property
    def _headroom(self) -> Numbers:
        """How far the cell of each column may go up, in all layers together."""
        return self.ledger.table.headroom[self.cells.columns]

    @cached_property
    def _sums(self) -> Any:
        """Every relation, in every layer: what these columns change adds up to nothing."""
        from scipy.sparse import csc_array

        table, count, wide = self.ledger.table, self.layers.size, self.cells.columns.size
        entries, columns = _entries(table.by_cell.indptr, self.cells.columns)
        relations, rows = np.unique(table.by_cell.indices[entries], return_inverse=True)
        amounts = np.where(columns < self.cells.ups, 1.0, -1.0) * table.by_cell.data[entries]
        layer = np.repeat(np.arange(count), rows.size)
        at = np.tile(rows, count) + layer * relations.size, np.tile(columns, count) + layer * wide
        shape = relations.size * count, wide * count + self.targets.size
        return csc_array((np.tile(amounts, count), at), shape=shape)

    @cached_property
    def _limited(self) -> tuple[Any, Numbers]:
        """What stays below a limit, and which: targets, and in several layers what has a ceiling."""
        from scipy.sparse import vstack

        rises, at = np.zeros(self.targets.size), np.flatnonzero(np.isfinite(self._headroom))
        if self.layers.size == 1 or not at.size:
            return self._rises, rises
        cells, rows = np.unique(self.cells.columns[at], return_inverse=True)
        limited = vstack([self._rises, self._totals(at, rows)], format="csc")
        return limited, np.concatenate([rises, self.ledger.table.headroom[cells]])

    def _totals(self, at: Integers, rows: Integers) -> Any:
        """By how much the cells of these columns change, each in its row: over all layers, up less down."""
        from scipy.sparse import csc_array

        count, wide = self.layers.size, self.cells.columns.size
        columns = (at + np.arange(count)[:, None] * wide).ravel()
        amounts = np.tile(np.where(at < self.cells.ups, 1.0, -1.0), count)
        shape = int(rows.max()) + 1, wide * count + self.targets.size
        return csc_array((amounts, (np.tile(rows, count), columns)), shape=shape)

    @cached_property
    def _rises(self) -> Any:
        """No target counts for more than its layers move."""
        from scipy.sparse import csc_array

        count, size, wide = self.layers.size, self.targets.size, self.cells.columns.size
        falls = np.searchsorted(self.cells.free, self.targets) + np.arange(count)[:, None] * wide
        columns = np.concatenate([falls.ravel(), wide * count + np.arange(size)])
        amounts = np.repeat([-1.0 * self.sign, 1.0], [size * count, size])
        rows = np.tile(np.arange(size), count + 1)
        return csc_array((amounts, (rows, columns)), shape=(size, wide * count + size))

    def _unfolded(self, solution: Numbers) -> Numbers:
        cells = self.cells
        found = solution[: self.layers.size * cells.columns.size].reshape(self.layers.size, -1)
        changes = np.zeros(self.ledger.table.layers.shape)
        inside = np.zeros((self.layers.size, self.ledger.table.sizes.size))
        inside[:, cells.free] = found[:, : cells.free.size]
        inside[:, cells.priced] = found[:, cells.free.size : cells.ups] - found[:, cells.ups :]
        changes[self.layers] = inside
        return changes


def _entries(starts: Integers, columns: Integers) -> tuple[Integers, Integers]:
    """Where a matrix by column keeps what stands in these columns, and in which of them each stands."""
    first = starts[columns]
    lengths = starts[columns + 1] - first
    place: Integers = np.repeat(np.arange(columns.size), lengths)
    entries: Integers = np.repeat(first - np.r_[0, np.cumsum(lengths)[:-1]], lengths) + np.arange(place.size)
    return entries, place


def _none() -> Integers:
    return np.zeros(0, dtype=np.int64)
