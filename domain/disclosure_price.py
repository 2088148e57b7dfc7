"""Finds what it costs least to hide for one cell: alternative tables that change visible cells at a price.

A linear program pays per client, where hiding is paid per cell; prices that follow what was used, and doing
without what is dear, bring the one near the other.
"""

from collections.abc import Iterator

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_ledger import Ledger, Witness
from domain.disclosure_program import TINY, Cells, Program, largest_layer

_ROUNDS_OF_PRICES = 3

_DEAR = 200.0
"""What costs less is not worth doing without."""

_DEAR_ONES_TO_FORBID = 3

_FORBIDDEN = 10.0**6


def raised_at_a_price(ledger: Ledger, target: int, allowed: Mask) -> Iterator[Witness]:
    """Witnesses that move one cell as far as it needs, changing visible cells where they cost least.

    First in one layer, which is quick, and then in all of them, which may cost less. What need only be
    something else is lowered as well as raised.
    """
    visible = np.flatnonzero(~ledger.hidden & allowed & np.isfinite(ledger.table.costs))
    cells = Cells(np.flatnonzero(ledger.hidden & allowed), visible)
    every = np.arange(len(ledger.table.layers))
    for layers in (largest_layer(ledger, cells.columns), every)[: every.size]:
        for sign in (1, -1)[: 1 if ledger.needs[target] else 2]:
            program = Program(ledger, np.array([target]), layers, cells, sign)
            for changes in _cheap_ones(program, ledger.table.costs[visible]):
                found = program.whole(changes)
                if found is not None and sign * _rise(found, target) >= max(1, int(ledger.needs[target])):
                    yield found


def _rise(witness: Witness, cell: int) -> int:
    return int(witness.changes[:, witness.cells == cell].sum())


def _cheap_ones(program: Program, costs: Numbers) -> Iterator[Numbers]:
    """What is cheap; in one layer then also what is cheaper without some of the dear cells that takes."""
    found = _cheap(program, costs)
    if found is not None:
        yield found
        better = _without_dear(program, costs, found) if program.layers.size == 1 else found
        if better is not found:
            yield better


def _without_dear(program: Program, costs: Numbers, changes: Numbers) -> Numbers:
    """Forbid the dearest cells one at a time, and keep that where the rest costs less."""
    allowed, tried = costs, np.zeros(costs.size, dtype=bool)
    for _ in range(_DEAR_ONES_TO_FORBID):
        used = _used(program, changes) > TINY
        dear = np.where(used & ~tried, costs, 0.0)
        if dear.max(initial=0.0) < _DEAR:
            break
        tried[dear.argmax()] = True
        without = np.where(np.arange(costs.size) == dear.argmax(), _FORBIDDEN, allowed)
        found = _cheap(program, without)
        if found is not None and without[_used(program, found) > TINY].sum() < costs[used].sum():
            changes, allowed = found, without
    return changes


def _cheap(program: Program, costs: Numbers) -> Numbers | None:
    """A cell is paid for once, however much it changes: what is used already becomes cheaper per client."""
    changes, prices, before = None, costs, np.zeros(costs.size, dtype=bool)
    for _ in range(_ROUNDS_OF_PRICES):
        found = program.solved(prices)
        if found is None:
            break
        changes = found
        used = _used(program, changes)
        if not used.any() or np.array_equal(used > TINY, before):
            break
        before = used > TINY
        prices = costs / (used + 0.3)
    return changes


def _used(program: Program, changes: Numbers) -> Numbers:
    """By how much each cell that has a price changes."""
    used: Numbers = np.abs(changes).sum(axis=0)[program.cells.priced]
    return used
