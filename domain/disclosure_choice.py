"""Chooses the cheapest cells to hide besides small ones, exactly, in parts of tables that form networks.

What is hidden is chosen by integer programming under the conditions known so far; flows then tell which cell
can still be computed back by whom, and each of those gives a condition that every safe choice obeys. Until no
condition is missed: then the choice is safe here, and no cheaper one is.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_ledger import InvalidWitness, Ledger, Witness, witness_of
from domain.disclosure_network import Flow, Network, flow
from domain.disclosure_table import NOBODY, Integers

_ROUNDS = 25
_SECONDS = 3.0
_LARGEST = 200
"""A part of more cells has too many attackers to choose in at once; what proves everything hides in it."""

_ENOUGH = 1e-6


@dataclass(frozen=True, eq=False)
class Part:
    """A network, the number of its table, and for each of its cells the place that is hidden with it."""

    net: Network
    places: Integers
    table: int = 0


@dataclass(eq=False)
class Chosen:
    """What is hidden, whether nothing cheaper is safe, and what the cheapest choice costs at least."""

    hidden: Mask
    is_exact: bool
    least: float


@dataclass(eq=False)
class _Conditions:
    """What every safe choice obeys: these amounts of hidden places together are at least nothing."""

    amounts: list[dict[int, float]] = field(default_factory=list)
    known: set[tuple[tuple[int, float], ...]] = field(default_factory=set)

    def add(self, cell: int, need: float, cut: Numbers, places: Integers) -> bool:
        """One more, when it is new: if this cell is hidden, the cut must offer what it needs."""
        entries = {int(places[other]): float(cut[other]) for other in np.flatnonzero(cut)}
        entries[int(places[cell])] = -need
        key = tuple(sorted(entries.items()))
        if key in self.known:
            return False
        self.known.add(key)
        self.amounts.append(entries)
        return True


def choose(parts: Sequence[Part], primary: Mask, costs: Numbers) -> Chosen:
    """The cheapest places to hide with the primary ones, so that nothing in these parts is narrowed down."""
    conditions, hidden, least = _Conditions(), primary.copy(), 0.0
    if any(part.net.cells.size > _LARGEST for part in parts):
        return Chosen(hidden, is_exact=False, least=least)
    for part in parts:
        _add_sums(part, primary, conditions)
    if conditions.amounts and (found := _cheapest(conditions, primary, costs)):
        hidden, least = found
    for _ in range(_ROUNDS):
        missed = [_missed(part, hidden, conditions) for part in parts]
        if not any(missed):
            return Chosen(hidden, is_exact=True, least=least)
        found = _cheapest(conditions, primary, costs)
        if found is None:
            break
        hidden, least = found
    return Chosen(hidden, is_exact=False, least=least)


def _add_sums(part: Part, primary: Mask, conditions: _Conditions) -> None:
    """Within each sum what hides a cell must be enough, also for those who know some of it."""
    net = part.net
    for inside in net.sums:
        counts, enters = net.layers[:, inside].sum(axis=0), np.arange(inside.size) == 0
        is_small, owners = net.needs[inside] > 0, net.owners[inside]
        for at, cell in enumerate(inside.tolist()):
            need = max(1, int(net.needs[cell]))
            offer = np.where(is_small[at] & (enters == enters[at]), np.minimum(counts, need), need)
            offer[at] = 0
            for attacker in {NOBODY, *owners.tolist()} - ({int(owners[at])} - {NOBODY}):
                known = (owners == attacker) & (attacker != NOBODY)
                left = np.where(known, 0, offer)
                if (left * primary[part.places[inside]]).sum() < need:
                    cut = np.zeros(net.cells.size)
                    cut[inside] = left
                    conditions.add(cell, need, cut, part.places)


def _missed(part: Part, hidden: Mask, conditions: _Conditions) -> int:
    """How many conditions this choice breaks that were not known yet; they are from now on."""
    here = hidden[part.places]
    return sum(_missed_by(part, here, int(cell), conditions) for cell in np.flatnonzero(here))


def _missed_by(part: Part, here: Mask, cell: int, conditions: _Conditions) -> int:
    """Against the outsider, and then against those whose cells that takes: the others it fools as well."""
    todo, missed = [NOBODY], 0
    owner = int(part.net.owners[cell])
    while todo and not missed:
        attacker = todo.pop()
        found, cuts, need = _tried(part, here, cell, attacker)
        for cut in cuts:
            missed += conditions.add(cell, need, cut, part.places)
        if attacker == NOBODY:
            todo += sorted(found.owners(part.net) - {owner})
    return missed


def _tried(part: Part, here: Mask, cell: int, attacker: int) -> tuple[Flow, tuple[Numbers, ...], float]:
    """The flow that protects the cell, or else what would have to be hidden for it, and how much it needs."""
    need = max(1, int(part.net.needs[cell]))
    rise = flow(part.net, here, cell, attacker, is_rise=True)
    if rise.reach >= need or part.net.needs[cell]:
        return rise, () if rise.reach >= need else rise.cuts, need
    fall = flow(part.net, here, cell, attacker, is_rise=False)
    if fall.reach >= need:
        return fall, (), need
    return fall, tuple(np.maximum(one, other) for one, other in zip(rise.cuts, fall.cuts, strict=True)), 1.0


def _cheapest(conditions: _Conditions, primary: Mask, costs: Numbers) -> tuple[Mask, float] | None:
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    rows = np.concatenate([[row] * len(one) for row, one in enumerate(conditions.amounts)])
    places = np.concatenate([list(one) for one in conditions.amounts])
    amounts = np.concatenate([list(one.values()) for one in conditions.amounts])
    used, columns = np.unique(places, return_inverse=True)
    matrix = csr_array((amounts, (rows, columns)), shape=(len(conditions.amounts), used.size))
    solved = milp(
        costs[used],
        constraints=LinearConstraint(matrix, -_ENOUGH, np.inf),
        bounds=Bounds(primary[used].astype(float), np.ones(used.size)),
        integrality=np.ones(used.size),
        options={"mip_rel_gap": 0.0, "time_limit": _SECONDS},
    )
    if solved.x is None:
        return None
    hidden = primary.copy()
    hidden[used[np.round(solved.x) > 0]] = True
    return hidden, float(solved.mip_dual_bound or 0.0)


def prove_by_flows(ledger: Ledger, parts: Sequence[Part], longer: Mapping[int, int]) -> None:
    """Take as witnesses what flows in these parts; `longer` has per cell the total that moves along."""
    for part in parts:
        here = ledger.hidden[part.net.cells]
        for cell in np.flatnonzero(here).tolist():
            _prove_cell(ledger, part, here, cell, longer)


def _prove_cell(ledger: Ledger, part: Part, here: Mask, cell: int, longer: Mapping[int, int]) -> None:
    mine = int(part.net.cells[cell])
    for attacker in [NOBODY, *ledger.attackers_of(mine).tolist()]:
        if ledger.open[mine, attacker]:
            found, cuts, _ = _tried(part, here, cell, attacker)
            if not cuts:
                with suppress(InvalidWitness):
                    ledger.take(_lifted(part, found, longer))


def _lifted(part: Part, found: Flow, longer: Mapping[int, int]) -> Witness:
    """The flow as a witness, with the same changes in the totals that move along."""
    changes: list[tuple[int, int, int]] = []
    for layer, at in np.argwhere(found.changes).tolist():
        cell, amount = int(part.net.cells[at]), int(found.changes[layer, at])
        changes.append((layer, cell, amount))
        if cell in longer:
            changes.append((layer, longer[cell], amount))
    return witness_of(changes, len(found.changes))
