"""What can be computed back from rounded counts: whether a hidden count has but one value that fits them.

Whoever reads rounded counts knows of each an interval; hidden counts are whole numbers from 0 on; and they
add up. A hidden count is safe when two tables that fit all of this give it different values. The counts
themselves are one such table, so others are looked for close to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_table import Relation

_WITNESSES = 6
_SEED = 5
_APART = 0.5
_NEAR = 3


@dataclass(frozen=True, eq=False)
class Seen:
    """The counts, the smallest and largest that each may be for who reads, and the sums between them."""

    counts: Numbers
    low: Numbers
    high: Numbers
    relations: Sequence[Relation]


def recoverable(seen: Seen, hidden: Mask) -> list[int]:
    """The hidden cells of which only one value fits."""
    open_cells = np.flatnonzero(hidden)
    if open_cells.size == 0:
        return []
    draw, spread = np.random.default_rng(_SEED), np.zeros(hidden.size)
    for _ in range(_WITNESSES):
        pull = np.where(hidden & (spread < _APART), draw.choice([-1.0, 1.0], hidden.size), 0.0)
        if not pull.any():
            return []
        near = (np.maximum(seen.low, seen.counts - _NEAR), np.minimum(seen.high, seen.counts + _NEAR))
        found = _fitting(seen, pull, near)
        spread = np.maximum(spread, np.abs(found - seen.counts))
    left = [int(cell) for cell in open_cells if spread[cell] < _APART]
    return [cell for cell in left if _reach(seen, cell) < _APART]


def _reach(seen: Seen, cell: int) -> float:
    """How far apart the smallest and the largest value of a cell lie."""
    goal = np.zeros(seen.low.size)
    goal[cell] = 1.0
    ends = (seen.low, seen.high)
    return float(_fitting(seen, -goal, ends)[cell] - _fitting(seen, goal, ends)[cell])


def _fitting(seen: Seen, goal: Numbers, ends: tuple[Numbers, Numbers]) -> Numbers:
    """Whole counts that fit and make the goal as small as can be."""
    from scipy.optimize import Bounds, LinearConstraint, linprog, milp

    matrix, zeros = _matrix(seen), np.zeros(len(seen.relations))
    relaxed = linprog(goal, A_eq=matrix, b_eq=zeros, bounds=np.column_stack(ends))
    if relaxed.status == 0 and np.all(np.abs(relaxed.x - np.round(relaxed.x)) < 1e-6):
        return np.asarray(np.round(relaxed.x))
    solved = milp(
        goal,
        constraints=LinearConstraint(matrix, zeros, zeros),
        bounds=Bounds(*ends),
        integrality=np.ones(goal.size),
    )
    if solved.status != 0:
        raise ValueError(solved.message)
    return np.asarray(np.round(solved.x))


def _matrix(seen: Seen) -> Any:
    from scipy.sparse import csr_array

    rows = [row for row, one in enumerate(seen.relations) for _ in range(len(one.parts) + 1)]
    cells = [cell for one in seen.relations for cell in (*one.parts, one.total)]
    signs = [sign for one in seen.relations for sign in (*[1.0] * len(one.parts), -1.0)]
    return csr_array((signs, (rows, cells)), shape=(len(seen.relations), seen.low.size))
