"""What an attacker can compute: exact bounds of a hidden count from everything published around it.

Published cells are exact, hidden cells are whole numbers from 0 on. Bounds come from integer programming over
the hidden cells that are tied to the one under attack.
"""

from dataclasses import dataclass

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_table import NOBODY, Integers, Table, known_to

NEAR_WHOLE = 1e-6

UNBOUNDED = 3
"""The status by which scipy's linprog says that nothing limits the goal."""


class InconsistentTable(ValueError):
    """The published counts do not add up, so no bounds exist."""


@dataclass(frozen=True)
class Bounds:
    """The smallest and largest count that fit; None where nothing limits it from above."""

    low: int
    high: int | None

    @property
    def is_exact(self) -> bool:
        """Whether the attacker knows the count."""
        return self.low == self.high


def bounds(table: Table, hidden: Mask, cell: int, attacker: int = NOBODY) -> Bounds:
    """What the attacker can say of one hidden cell."""
    unknown = known_to(table, hidden, attacker)
    tied = tied_cells(table, unknown, cell)
    parts = [_layer_bounds(table, layer, unknown, tied, cell) for layer in table.layers]
    highs = [part.high for part in parts]
    known_highs = [high for high in highs if high is not None]
    return Bounds(
        sum(part.low for part in parts), sum(known_highs) if len(known_highs) == len(highs) else None
    )


def all_bounds(table: Table, hidden: Mask, attacker: int = NOBODY) -> dict[int, Bounds]:
    """The bounds of every hidden cell the attacker does not own."""
    unknown = known_to(table, hidden, attacker)
    return {int(cell): bounds(table, hidden, int(cell), attacker) for cell in np.flatnonzero(unknown)}


def tied_cells(table: Table, unknown: Mask, cell: int) -> Integers:
    """The unknown cells that relations tie to this one, itself included, in order."""
    from scipy.sparse.csgraph import breadth_first_order

    members = np.flatnonzero(unknown)
    pattern = abs(table.by_cell[:, members])
    neighbours = pattern.T @ pattern
    order = breadth_first_order(
        neighbours, int(np.searchsorted(members, cell)), directed=False, return_predecessors=False
    )
    tied: Integers = np.sort(members[order])
    return tied


def _layer_bounds(table: Table, counts: Integers, unknown: Mask, tied: Integers, cell: int) -> Bounds:
    matrix = table.by_cell[:, tied]
    rows = np.flatnonzero(np.diff(matrix.tocsr().indptr))
    published = -(table.matrix @ np.where(unknown, 0, counts))[rows]
    goal = np.zeros(tied.size)
    goal[np.searchsorted(tied, cell)] = 1.0
    low = _extreme(goal, matrix.tocsr()[rows], published)
    high = _extreme(-goal, matrix.tocsr()[rows], published)
    return Bounds(low or 0, None if high is None else -high)


def _extreme(goal: Numbers, matrix: object, right_hand: Numbers) -> int | None:
    """The smallest value of the goal over whole numbers from 0 on; None when it has no limit."""
    from scipy.optimize import Bounds as Limits
    from scipy.optimize import LinearConstraint, linprog, milp

    if right_hand.size == 0:
        return 0 if goal.sum() > 0 else None
    relaxed = linprog(goal, A_eq=matrix, b_eq=right_hand, bounds=(0, None), method="highs")
    if relaxed.status == UNBOUNDED:
        return None
    if relaxed.status == 0 and np.all(np.abs(relaxed.x - np.round(relaxed.x)) < NEAR_WHOLE):
        return round(float(relaxed.fun))
    solved = milp(
        goal,
        constraints=LinearConstraint(matrix, right_hand, right_hand),
        bounds=Limits(0, np.inf),
        integrality=np.ones(goal.size),
    )
    if solved.status != 0:
        raise InconsistentTable(solved.message)
    return round(float(solved.fun))
