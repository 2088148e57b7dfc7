"""The smallest safe pattern of a small table: which cells more must be hidden, tried in order of size.

For tables up to some sixty cells; a publication uses the faster protection, and this is the yardstick for it.
"""

from collections.abc import Iterable
from itertools import combinations

import numpy as np

from domain.columns import Mask
from domain.disclosure_attack import bounds
from domain.disclosure_table import Integers, Table

NONE_FOUND = "no pattern protects these cells without hiding a total"


class Unprotectable(ValueError):
    """Even with everything hidden that may be hidden, a primary cell follows."""


def smallest_pattern(table: Table, primary: Mask, may_hide: Mask) -> Mask:
    """The hidden cells: the primary ones and the fewest others, ties by the smallest hidden sum."""
    if not _is_safe(table, primary | may_hide, primary):
        raise Unprotectable(NONE_FOUND)
    candidates = np.flatnonzero(may_hide & ~primary)
    for extra in _in_order(candidates, table.sizes):
        hidden = primary.copy()
        hidden[list(extra)] = True
        if _is_safe(table, hidden, primary):
            return hidden
    raise Unprotectable(NONE_FOUND)


def _in_order(candidates: Integers, sizes: Integers) -> Iterable[tuple[int, ...]]:
    for count in range(candidates.size + 1):
        yield from sorted(
            combinations(candidates.tolist(), count), key=lambda cells: int(sizes[list(cells)].sum())
        )


def _is_safe(table: Table, hidden: Mask, primary: Mask) -> bool:
    if any(_follows_at_once(cells, hidden, primary) for cells in _relations(table)):
        return False
    return all(not bounds(table, hidden, int(cell)).is_exact for cell in np.flatnonzero(primary))


def _relations(table: Table) -> Iterable[list[int]]:
    return ([relation.total, *relation.parts] for relation in table.relations)


def _follows_at_once(cells: list[int], hidden: Mask, primary: Mask) -> bool:
    """Whether a primary cell is the only hidden one in a sum; asked first, being quick."""
    unseen = [cell for cell in cells if hidden[cell]]
    return len(unseen) == 1 and bool(primary[unseen[0]])
