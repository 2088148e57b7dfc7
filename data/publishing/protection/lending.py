"""Lets a count try what proved other counts of the same cases: it often fits, and trying costs little."""

from collections.abc import Sequence
from contextlib import suppress

import numpy as np

from data.publishing.protection.tables import Count
from domain.columns import Mask
from domain.disclosure_ledger import InvalidWitness, Ledger, Witness
from domain.disclosure_table import Integers


def borrow(count: Count, ledger: Ledger, before: Sequence[tuple[Count, Ledger]]) -> None:
    """Try the witnesses of the counts before this one; of its own table it tries the layer that it is."""
    if len(count.table.layers) > 1:
        return
    for at, (other, elsewhere) in enumerate(before):
        if not ledger.open.any():
            return
        layer = count.part_of.layer if count.part_of and count.part_of.count == at else None
        _try(ledger, elsewhere.witnesses, layer, _cells_in(count, other))


def _cells_in(count: Count, other: Count) -> Integers:
    """For each cell of the other the cell of this count at the same place, or -1."""
    cells = np.minimum(np.searchsorted(count.places, other.places), count.places.size - 1)
    return np.where(count.places[cells] == other.places, cells, -1)


def _try(ledger: Ledger, witnesses: Sequence[Witness], layer: int | None, cells_in: Integers) -> None:
    """Only those that could prove something are looked at one by one, as few are left of the later counts."""
    if not witnesses:
        return
    changes = [one.changes.sum(axis=0) if layer is None else one.changes[layer] for one in witnesses]
    of = np.repeat(np.arange(len(witnesses)), [one.cells.size for one in witnesses])
    cells, change = cells_in[np.concatenate([one.cells for one in witnesses])], np.concatenate(changes)
    of, cells, change = (each[change != 0] for each in (of, cells, change))
    starts = np.searchsorted(of, np.arange(len(witnesses) + 1))
    for at in np.flatnonzero(_could_prove(ledger, of, cells, change, len(witnesses))).tolist():
        here = slice(starts[at], starts[at + 1])
        with suppress(InvalidWitness):
            ledger.take(Witness(cells[here], change[None, here]))


def _could_prove(ledger: Ledger, of: Integers, cells: Integers, change: Integers, count: int) -> Mask:
    """Of so many witnesses those that change cells of this count only, and one that is open by enough."""
    is_open = np.asarray(ledger.open.any(axis=1))
    proved = (cells >= 0) & is_open[cells] & ledger.meets(cells, change)
    could = np.bincount(of[proved], minlength=count) > 0
    could[of[cells < 0]] = False
    return could
