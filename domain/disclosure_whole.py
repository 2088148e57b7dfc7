"""The smallest number of chosen figures that any safe choice hides in a whole table.

Everything that is not chosen among is given: it may be hidden at no cost, or stays shown. How far an attacker
can be fooled is computed by linear programming over all sums at once; what a program lacks gives a condition
that every safe choice obeys. Whole numbers are not asked for, and layers may be taken together: the number
found is never too large.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_fewest import Conditions, Fewest, cheapest
from domain.disclosure_layout import Layout
from domain.disclosure_ledger import InvalidWitness, Ledger, Witness
from domain.disclosure_protection import prove
from domain.disclosure_table import Integers, Table

_ROUNDS = 2_000
_AT_ONCE = 30
"""After so many new conditions another choice is made: the rest often follow from them."""

_MOST = 10.0**5
_TINY = 1e-7

Pair = tuple[int, int]
"""A hidden cell, and who attacks it."""


@dataclass(eq=False)
class Whole:
    """The table of one count, its layout, by how much each cell must rise, which cells ask, and its places.

    What was proved for one choice is kept, and tried on the next.
    """

    table: Table
    layout: Layout
    needs: Integers
    asks: Mask
    places: Integers
    witnesses: list[Witness] = field(default_factory=list)
    leaned_on: dict[Pair, Integers] = field(default_factory=dict)


def in_one_layer(table: Table) -> Table:
    """Layers taken together: an attacker can believe at least as much of them, and computing is quick."""
    floors = None if table.floors is None else table.floors.sum(axis=0, keepdims=True)
    return replace(table, layers=table.sizes[None, :], floors=floors)


@dataclass(frozen=True, eq=False)
class Among:
    """The places to choose among, those that are hidden for nothing, and those that the rule hides."""

    choice: Mask
    free: Mask
    primary: Mask


def fewest_among(wholes: Sequence[Whole], among: Among, costs: Numbers, known: Conditions) -> Fewest:
    """The cheapest of the chosen places to hide, so that none of them and nothing small is narrowed.

    What is found out about every safe choice is added to what is known, for the next question.
    """
    for _ in range(_ROUNDS):
        hidden = cheapest(known, among.primary, costs) & among.choice
        if not any(_missed(whole, hidden, among, known) for whole in wholes):
            return Fewest(hidden, is_exact=True)
    return Fewest(hidden, is_exact=False)


def _missed(whole: Whole, chosen: Mask, among: Among, known: Conditions) -> bool:
    """Whether this choice breaks conditions that were not known yet; the first of them are from now on."""
    here, found = whole.places, 0
    hidden = (chosen | among.free)[here]
    for pair in _open(whole, hidden, (chosen | among.primary)[here] & hidden):
        if not _is_proved(whole, hidden, pair):
            found += _missed_by(whole, hidden, pair, among, known)
        if found == _AT_ONCE:
            break
    return found > 0


def _open(whole: Whole, hidden: Mask, asked: Mask) -> list[Pair]:
    """Who might compute what of the cells asked for, after what is quickly proved."""
    ledger = Ledger(whole.table, hidden, whole.needs, whole.asks)
    ledger.open[~asked] = False
    for witness in whole.witnesses:
        with suppress(InvalidWitness):
            ledger.take(witness)
    prove(ledger, whole.layout)
    whole.witnesses = list(ledger.witnesses)
    return [(int(cell), int(attacker)) for cell, attacker in np.argwhere(ledger.open)]


def _is_proved(whole: Whole, hidden: Mask, pair: Pair) -> bool:
    """Whether a program proved it before, by cells that are hidden now as well."""
    return pair in whole.leaned_on and bool(hidden[whole.leaned_on[pair]].all())


def _missed_by(whole: Whole, hidden: Mask, pair: Pair, among: Among, known: Conditions) -> int:
    cell, _ = pair
    need = max(1, int(whole.needs[cell]))
    lacks: list[Numbers] = []
    for sign in (1.0, -1.0)[: 1 if whole.needs[cell] else 2]:
        reach, change, offers = _reach(whole, hidden, pair, sign * need)
        if reach > need - _TINY:
            _remember(whole, change)
            return 0
        lacks.append(np.minimum(offers / (need - reach), 1.0))
    offers = np.where(among.choice[whole.places], np.max(lacks, axis=0), 0.0)
    return int(known.add(cell, 1.0, offers, whole.places))


def _remember(whole: Whole, change: Numbers) -> None:
    """What this change (layer × cell) proves: of each cell it moves enough, for all whose own stays."""
    used, moved = np.flatnonzero((np.abs(change) > _TINY).any(axis=0)), change.sum(axis=0)
    is_proved = np.where(whole.needs > 0, moved > whole.needs - _TINY, np.abs(moved) > 1 - _TINY)
    fooled = np.setdiff1d(np.arange(whole.table.partners + 1), whole.table.owners[used])
    for cell in np.flatnonzero(is_proved).tolist():
        for attacker in fooled.tolist():
            whole.leaned_on[cell, attacker] = used


def _reach(whole: Whole, hidden: Mask, pair: Pair, need: float) -> tuple[float, Numbers, Numbers]:
    """How far the cell can go up to its need, what changes then, and what hiding others could add."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, eye_array, kron, vstack

    cell, attacker = pair
    table, layers = whole.table, len(whole.table.layers)
    cells = np.flatnonzero(table.owners != attacker)
    free, room = hidden[cells], table.room[:, cells].astype(np.float64)
    limits = np.where(free, -room, 0.0), np.broadcast_to(np.where(free, _MOST, 0.0), room.shape)
    rise = np.zeros(room.shape)
    rise[:, np.searchsorted(cells, cell)] = np.sign(need)
    ceiled = np.flatnonzero(np.isfinite(table.headroom[cells]))
    totals = kron(np.ones((1, layers)), eye_array(cells.size, format="csr")[ceiled], format="csr")
    sums = kron(eye_array(layers), table.by_cell[:, cells], format="csc")
    found = linprog(
        -rise.ravel(),
        A_ub=vstack([csr_array(rise.reshape(1, -1)), totals]),
        b_ub=[abs(need), *table.headroom[cells[ceiled]]],
        A_eq=sums,
        b_eq=np.zeros(sums.shape[0]),
        bounds=np.column_stack([limit.ravel() for limit in limits]),
    )
    slopes = (found.lower.marginals + found.upper.marginals).reshape(room.shape)
    offers = np.zeros(table.sizes.size)
    offers[cells] = np.where(free, 0.0, np.where(slopes > 0, slopes * room, -slopes * _MOST)).sum(axis=0)
    offers[offers < _TINY] = 0.0
    change = np.zeros((layers, table.sizes.size))
    change[:, cells] = found.x.reshape(room.shape)
    return float(-found.fun), change, offers
