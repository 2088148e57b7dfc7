"""Hides what must be hidden besides the small figures, and proves that nothing hidden can be computed back.

Attackers are an outsider, who has everything published, and each partner, who has its own figures too. A
small count must be able to be the threshold or more as far as each of them can tell; any other hidden count
must be able to be something else. Nothing is believed without a witness that the ledger has checked.
"""

from collections.abc import Iterator

import numpy as np

from domain.columns import Mask
from domain.disclosure_exchange import exchanges
from domain.disclosure_layout import Layout
from domain.disclosure_ledger import Ledger, Witness
from domain.disclosure_price import raised_at_a_price
from domain.disclosure_program import raised
from domain.disclosure_table import NOBODY, Integers

MOST_OTHERS = 7
"""So many other partners may change in one linear program: enough to find a witness, and quick."""

NEXT_TO_NOTHING = 4.0
"""What a witness hides for less is not worth looking for another one."""

LARGE = 1100
"""In tables of more cells exchanges hide against outsiders first: programs hide less, and take longer."""

VERY_LARGE = 2500
"""In tables of more cells exchanges hide against partners too; so many partners leave little to gain."""

MOST_PROGRAMS = 1000
"""A table that asks for more has too little left to show to be worth the time."""


class Unprotectable(ValueError):
    """A hidden cell that nothing protects, even with everything hidden."""


def protect(ledger: Ledger, placed: Layout) -> None:
    """Hide in the ledger what must be hidden with what it hides, until all of it is proved.

    Unprotectable when nothing helps.
    """
    protect_by_exchange(ledger, placed)
    protect_by_program(ledger, placed)


def prove(ledger: Ledger, placed: Layout) -> None:
    """Prove what can be proved of what the ledger hides, hiding nothing more."""
    for cell in ledger.open_cells():
        _prove_by_exchange(ledger, placed, int(cell))
    for owner in np.unique(ledger.table.owners[ledger.open_cells()]):
        _prove_by_program(ledger, int(owner))


def protect_by_exchange(ledger: Ledger, placed: Layout) -> None:
    """Hide and prove what exchanges between two partners can; what they cannot stays open."""
    for cell in ledger.open_cells():
        _prove_by_exchange(ledger, placed, int(cell))
    if ledger.hidden.size > LARGE:
        _hide_by_exchange(ledger, placed, is_outsider=True)
    if ledger.hidden.size > VERY_LARGE:
        _hide_by_exchange(ledger, placed, is_outsider=False)


def protect_by_program(ledger: Ledger, placed: Layout) -> None:
    """Prove what is open, and hide for it at the lowest price; Unprotectable when nothing helps."""
    for owner in np.unique(ledger.table.owners[ledger.open_cells()]):
        _prove_by_program(ledger, int(owner))
    _hide_by_program(ledger, placed)


def _prove_by_exchange(ledger: Ledger, placed: Layout, cell: int) -> bool:
    if ledger.open[cell, ledger.outsider]:
        _take(ledger, exchanges(ledger, placed, cell))
    if ledger.open[cell].any():
        # Those who would notice the first witness, left alone all at once, and then one by one.
        _take(ledger, exchanges(ledger, placed, cell, ledger.attackers_of(cell).tolist()))
        for attacker in ledger.attackers_of(cell).tolist():
            if ledger.open[cell, attacker]:
                _take(ledger, exchanges(ledger, placed, cell, [attacker]))
    return not ledger.open[cell].any()


def _hide_by_exchange(ledger: Ledger, placed: Layout, *, is_outsider: bool) -> None:
    """Serve the neediest cells first, against outsiders before insiders, until exchanges can do no more."""
    stuck: set[int] = set()
    while todo := [int(cell) for cell in _by_need(ledger, is_outsider) if int(cell) not in stuck]:
        for cell in todo:
            while not _is_served(ledger, placed, cell, is_outsider):
                banned = [] if ledger.open[cell, ledger.outsider] else ledger.attackers_of(cell)[:1].tolist()
                found = exchanges(ledger, placed, cell, banned, may_hide=True)
                if found is None:
                    stuck.add(cell)
                    break
                ledger.hide(found.cells)
                ledger.take(found)


def _by_need(ledger: Ledger, is_outsider: bool) -> Integers:
    is_open = ledger.open[:, ledger.outsider] if is_outsider else ledger.open.any(axis=1)
    cells = np.flatnonzero(is_open)
    order: Integers = cells[np.argsort(-ledger.needs[cells], kind="stable")]
    return order


def _is_served(ledger: Ledger, placed: Layout, cell: int, is_outsider: bool) -> bool:
    if not is_outsider:
        return _prove_by_exchange(ledger, placed, cell)
    if ledger.open[cell, ledger.outsider]:
        _take(ledger, exchanges(ledger, placed, cell))
    return not ledger.open[cell, ledger.outsider]


def _prove_by_program(ledger: Ledger, owner: int) -> None:
    """Many cells of one owner at a time, as long as that proves anything."""
    mine = ledger.table.owners == owner
    gained = 1
    while gained:
        before = int(ledger.open.sum())
        targets = np.flatnonzero(mine & ledger.open.any(axis=1))
        if targets.size:
            attacker = int(ledger.open[targets].sum(axis=0).argmax())
            targets = targets[ledger.open[targets, attacker]]
            others = [] if owner == NOBODY else _others(ledger, owner, attacker, targets)
            _take(ledger, raised(ledger, targets, _of(ledger, owner, others)))
            lower = targets[ledger.open[targets, attacker] & (ledger.needs[targets] == 0)]
            if lower.size:
                _take(ledger, raised(ledger, lower, _of(ledger, owner, others), -1))
        gained = before - int(ledger.open.sum())


def _hide_by_program(ledger: Ledger, placed: Layout) -> None:
    """Serve what exchanges could not, one cell and one attacker at a time."""
    asked = 0
    while (todo := _by_need(ledger, is_outsider=False)).size:
        cell, asked = int(todo[0]), asked + 1
        if asked > MOST_PROGRAMS:
            raise Unprotectable(f"{todo.size} cells after {MOST_PROGRAMS} linear programs")
        if _prove_by_exchange(ledger, placed, cell):
            continue
        is_outsider = ledger.open[cell, ledger.outsider]
        attacker = ledger.outsider if is_outsider else int(ledger.attackers_of(cell)[0])
        found = _cheapest(ledger, placed, cell, attacker)
        if found is None:
            raise Unprotectable(f"cell {cell} against attacker {attacker}")
        is_more = ledger.hide(found.cells).size > 0
        ledger.take(found)
        if is_more:
            _prove_by_program(ledger, int(ledger.table.owners[cell]))


def _cheapest(ledger: Ledger, placed: Layout, cell: int, attacker: int) -> Witness | None:
    """The first witness that hides next to nothing, in ever more of the table; else the cheapest of all."""
    best = None
    for allowed in _scopes(ledger, placed, cell, attacker):
        for found in raised_at_a_price(ledger, cell, allowed):
            best = min((one for one in (best, found) if one), key=lambda one: _price(ledger, one))
            if _price(ledger, best) < NEXT_TO_NOTHING:
                return best
    return best


def _scopes(ledger: Ledger, placed: Layout, cell: int, attacker: int) -> Iterator[Mask]:
    """Where to look: in the cell's own split, among few partners, and among all but the attacker."""
    owner = int(ledger.table.owners[cell])
    few = _of(ledger, owner, _others(ledger, owner, attacker, np.array([cell])))
    everyone = ledger.table.owners != attacker
    if placed.splits[cell]:
        yield few & (placed.splits == placed.splits[cell])
    yield few
    if (everyone & ~few).any():
        yield everyone


def _price(ledger: Ledger, witness: Witness) -> float:
    return float(ledger.table.costs[witness.cells[~ledger.hidden[witness.cells]]].sum())


def _of(ledger: Ledger, owner: int, others: list[int]) -> Mask:
    """The cells of all partners together, of the owner and of the others."""
    return np.asarray(np.isin(ledger.table.owners, [NOBODY, owner, *others]))


def _others(ledger: Ledger, owner: int, attacker: int, targets: Integers) -> list[int]:
    """Partners who may change: those from whom these cells are safe already, and then those who hide most."""
    owners = ledger.table.owners
    hides = np.bincount(owners[ledger.hidden & (owners != NOBODY)], minlength=ledger.outsider)
    is_open = ledger.open[targets, : ledger.outsider].sum(axis=0)
    order = [int(one) for one in np.lexsort((-hides, is_open)) if one not in (owner, attacker)]
    return order[:MOST_OTHERS]


def _take(ledger: Ledger, witness: Witness | None) -> None:
    if witness is not None:
        ledger.take(witness)
