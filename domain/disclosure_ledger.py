"""Keeps, for every hidden cell and every attacker, whether protection has been proved.

A proof is a witness: another table of whole numbers, 0 or more, that shows the attacker exactly the same. No
search is trusted; every witness is checked here before it closes anything.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from domain.columns import Mask
from domain.disclosure_table import NOBODY, Integers, Table

REACH = 10
"""What a small hidden count must be able to be, as far as any attacker can tell."""


class InvalidWitness(ValueError):
    """An alternative table that a reader could tell from the true one."""


@dataclass(frozen=True, eq=False)
class Witness:
    """The cells that an alternative table changes, in order, and by how much (layer × cell)."""

    cells: Integers
    changes: Integers


class Ledger:
    """The hidden cells of a table, and per cell the attackers against whom nothing has been proved yet.

    `open` has a column per partner, who knows its own cells, and one for the outsider, the last. The
    witnesses that proved something are kept, so that another ledger can check them again. Cells that do not
    ask for proof (without `asks` all do) only help to prove others.
    """

    def __init__(self, table: Table, hidden: Mask, needs: Integers, asks: Mask | None = None) -> None:
        self.table = table
        self.needs = needs
        self.asks = np.ones(table.sizes.size, dtype=bool) if asks is None else asks
        self.hidden = np.zeros(table.sizes.size, dtype=bool)
        self.outsider = table.partners
        self.open = np.zeros((table.sizes.size, table.partners + 1), dtype=bool)
        self.witnesses: list[Witness] = []
        self.hide(np.flatnonzero(hidden))

    def hide(self, cells: Integers) -> Integers:
        """Hide these cells as well; returns those that were visible."""
        new: Integers = np.unique(cells[~self.hidden[cells]])
        self.hidden[new] = True
        self.open[new] = self.asks[new, None]
        owned = new[self.table.owners[new] != NOBODY]
        self.open[owned, self.table.owners[owned]] = False
        return new

    def open_cells(self) -> Integers:
        """The cells not yet proved safe from everyone."""
        cells: Integers = np.flatnonzero(self.open.any(axis=1))
        return cells

    def attackers_of(self, cell: int) -> Integers:
        """The partners against whom this cell is not yet proved safe."""
        partners: Integers = np.flatnonzero(self.open[cell, : self.outsider])
        return partners

    def take(self, witness: Witness) -> None:
        """Close what the witness proves, against all whose own cells it leaves alone; or InvalidWitness."""
        self._check(witness)
        change = witness.changes.sum(axis=0)
        proved = witness.cells[self.meets(witness.cells, change)]
        fooled = np.ones(self.outsider + 1, dtype=bool)
        owners = self.table.owners[witness.cells]
        fooled[owners[owners != NOBODY]] = False
        if self.open[np.ix_(proved, fooled)].any():
            self.open[np.ix_(proved, fooled)] = False
            self.witnesses.append(witness)

    def meets(self, cells: Integers, change: Integers) -> Mask:
        """Where so much of a change is what a cell needs."""
        needs = self.needs[cells]
        is_met: Mask = np.where(needs > 0, change >= needs, change != 0)
        return is_met

    def _check(self, witness: Witness) -> None:
        cells, changes = witness.cells, witness.changes
        if not self.hidden[cells].all():
            raise InvalidWitness("it changes a published count")
        if (self.table.room[:, cells] + changes < 0).any():
            raise InvalidWitness("it has a count below what somebody knows it to be at least")
        if (changes.sum(axis=0) > self.table.headroom[cells]).any():
            raise InvalidWitness("it has a count above what everybody knows it to be at most")
        if not self.is_balanced(witness):
            raise InvalidWitness("its sums do not fit")

    def is_balanced(self, witness: Witness) -> bool:
        """Whether every sum of the table holds in what the witness makes of it, in every layer."""
        cells, changes = witness.cells, witness.changes
        by_cell = self.table.by_cell
        starts, ends = by_cell.indptr[cells], by_cell.indptr[cells + 1]
        lengths = ends - starts
        entries = np.repeat(starts - np.r_[0, np.cumsum(lengths)[:-1]], lengths) + np.arange(lengths.sum())
        _, place = np.unique(by_cell.indices[entries], return_inverse=True)
        signs = by_cell.data[entries]
        return not any(np.bincount(place, signs * np.repeat(layer, lengths)).any() for layer in changes)


def needs_of(sizes: Integers, reach: int = REACH) -> Integers:
    """By how much each hidden cell must be able to rise; 0 where any change will do."""
    return np.maximum(0, reach - sizes)


def witness_of(changes: Iterable[tuple[int, int, int]], layers: int) -> Witness:
    """A witness from changes given as (layer, cell, amount); amounts on the same cell add up."""
    totals: defaultdict[tuple[int, int], int] = defaultdict(int)
    for layer, cell, amount in changes:
        totals[layer, cell] += amount
    cells = np.array(sorted({cell for _, cell in totals}), dtype=np.int64)
    dense = np.zeros((layers, cells.size), dtype=np.int64)
    for (layer, cell), amount in totals.items():
        dense[layer, np.searchsorted(cells, cell)] = amount
    return Witness(cells, dense)
