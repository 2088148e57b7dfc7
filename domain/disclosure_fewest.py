"""The smallest number of cells that any safe choice hides in a part of a table: the yardstick of protection.

An integer program chooses under the conditions known so far; flows then tell which cell can still be computed
back by whom, and each of those gives a condition that every safe choice obeys. Until no condition is missed:
then the choice is safe within the part, and no cheaper one is. Parts have their own sums only, so that safe
choices for a whole table hide at least as much as all its parts together.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_network import Flow, Network, flow
from domain.disclosure_table import NOBODY, Integers

_ROUNDS = 40
_ENOUGH = 1e-6


class NotFound(ValueError):
    """No choice obeys the conditions."""


@dataclass(frozen=True, eq=False)
class Fewest:
    """The cheapest places to hide; when not exact, what is safe costs as much or more."""

    hidden: Mask
    is_exact: bool


@dataclass(frozen=True, eq=False)
class Part:
    """A network, and for each of its cells the place that is hidden with it."""

    net: Network
    places: Integers


@dataclass(eq=False)
class Conditions:
    """What every safe choice obeys: these amounts of hidden places together are at least nothing."""

    amounts: list[dict[int, float]] = field(default_factory=list)
    known: set[tuple[tuple[int, float], ...]] = field(default_factory=set)

    def add(self, cell: int, need: float, cut: Numbers, places: Integers) -> bool:
        """One more, when it is new: if this cell is hidden, the cut must offer what it needs.

        Cells in one place are hidden together.
        """
        entries = defaultdict[int, float](float)
        for other in np.flatnonzero(cut):
            entries[int(places[other])] += float(cut[other])
        entries[int(places[cell])] -= need
        key = tuple(sorted(entries.items()))
        if key in self.known:
            return False
        self.known.add(key)
        self.amounts.append(entries)
        return True


def fewest(parts: Sequence[Part], primary: Mask, costs: Numbers) -> Fewest:
    """The cheapest places to hide, primary ones included, so that nothing in these parts is narrowed."""
    conditions = Conditions()
    for part in parts:
        _add_sums(part, primary, conditions)
    hidden = cheapest(conditions, primary, costs)
    for _ in range(_ROUNDS):
        if sum(_missed(part, hidden, conditions) for part in parts) == 0:
            return Fewest(hidden, is_exact=True)
        hidden = cheapest(conditions, primary, costs)
    return Fewest(hidden, is_exact=False)


def _add_sums(part: Part, primary: Mask, conditions: Conditions) -> None:
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


def _missed(part: Part, hidden: Mask, conditions: Conditions) -> int:
    """How many conditions this choice breaks that were not known yet; they are from now on."""
    here = hidden[part.places]
    return sum(_missed_by(part, here, int(cell), conditions) for cell in np.flatnonzero(here))


def _missed_by(part: Part, here: Mask, cell: int, conditions: Conditions) -> int:
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


def cheapest(conditions: Conditions, primary: Mask, costs: Numbers) -> Mask:
    """The cheapest places to hide under the conditions, primary ones included; or NotFound."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    if not conditions.amounts:
        return primary.copy()
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
        options={"mip_rel_gap": 0.0},
    )
    if solved.status != 0:
        raise NotFound(solved.message)
    hidden = primary.copy()
    hidden[used[np.round(solved.x) > 0]] = True
    return hidden
