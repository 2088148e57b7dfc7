"""Which counts of a flow are hidden besides the small ones, so that none follows from a total.

A cell belongs to the parts of at most one relation, and a total to the parts of none. Whoever knows a total
and its visible parts then knows the sum of the hidden ones, and that each of these is at least one, or it
would not be listed. So each can be anything from one to what that sum leaves when all others are one: with
two hidden parts or more, that must be at least the threshold.
"""

from collections.abc import Sequence

import numpy as np

from domain.columns import Mask
from domain.disclosure_table import Integers, Relation

_FEWEST = 2


def hidden_flows(sizes: Integers, primary: Mask, relations: Sequence[Relation], threshold: int) -> Mask:
    """The primary cells and those that must go with them; parts of a hidden total are all hidden."""
    hidden = primary.copy()
    changed = True
    while changed:
        before = int(hidden.sum())
        for relation in relations:
            _protect(relation, sizes, hidden, threshold)
        changed = int(hidden.sum()) != before
    return hidden


def is_safe_together(sizes: Sequence[int], threshold: int) -> bool:
    """Whether the sum of hidden counts may be known: several, of which each may be no small count."""
    listed = sum(size > 0 for size in sizes)
    return listed >= _FEWEST and sum(sizes) - (listed - 1) >= threshold


def _protect(relation: Relation, sizes: Integers, hidden: Mask, threshold: int) -> None:
    """Hide the smallest visible parts until the hidden ones are safe together; else the total as well."""
    parts = np.asarray(relation.parts, dtype=np.int64)
    if not hidden[relation.total] and hidden[parts].any():
        visible = sorted((cell for cell in parts if not hidden[cell] and sizes[cell]), key=sizes.__getitem__)
        for cell in [*visible, relation.total]:
            if is_safe_together(sizes[parts[hidden[parts]]].tolist(), threshold):
                break
            hidden[cell] = True
    if hidden[relation.total]:
        hidden[parts] = True
