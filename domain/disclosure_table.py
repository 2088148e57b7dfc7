"""The counts published together, as cells and the sums that tie them: what an attacker computes with.

A figure may consist of several additive layers (numerator and complement); they are hidden together, but each
obeys the sums on its own, which an attacker uses.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from domain.columns import Mask, Numbers

Integers = npt.NDArray[np.int64]

NOBODY = -1
"""The owner of a cell that is no single partner's; as an attacker, a reader without figures of its own."""


@dataclass(frozen=True)
class Relation:
    """A total and the parts that add up to it, as indices of cells."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """Layers of counts (layer × cell), the relations between cells, the owner and the cost of each cell.

    What may not be hidden costs infinitely much.

    `floors` (layer × cell) are what some attacker knows that a count is at least: a figure of all partners is
    no less than what one of them knows of itself. Without them everything is at least 0.
    `ceilings` (per cell) are what every reader knows a count to be at most, over its layers together: who
    answered is no more than who could have. Infinite, or without them: nothing limits it.
    """

    layers: Integers
    relations: tuple[Relation, ...]
    owners: Integers
    costs: Numbers
    floors: Integers | None = None
    ceilings: Numbers | None = None

    @cached_property
    def sizes(self) -> Integers:
        """The count a cell shows: its layers together."""
        sizes: Integers = self.layers.sum(axis=0)
        return sizes

    @cached_property
    def room(self) -> Integers:
        """By how much each count may be less than it is (layer × cell) and still be believed."""
        return self.layers if self.floors is None else self.layers - self.floors

    @cached_property
    def headroom(self) -> Numbers:
        """By how much each count, over its layers together, may be more than it is and still be believed."""
        return np.full(self.sizes.size, np.inf) if self.ceilings is None else self.ceilings - self.sizes

    @property
    def partners(self) -> int:
        """How many owners there are, numbered from 0."""
        return int(self.owners.max(initial=NOBODY)) + 1

    @cached_property
    def matrix(self) -> Any:
        """Relations × cells: 1 for a part, -1 for the total; times the counts it is 0."""
        from scipy.sparse import csr_array

        rows = [row for row, relation in enumerate(self.relations) for _ in range(len(relation.parts) + 1)]
        cells = [cell for relation in self.relations for cell in (*relation.parts, relation.total)]
        signs = [sign for relation in self.relations for sign in (*[1.0] * len(relation.parts), -1.0)]
        return csr_array((signs, (rows, cells)), shape=(len(self.relations), self.sizes.size))

    @cached_property
    def by_cell(self) -> Any:
        """The same matrix, quick to cut by cell."""
        return self.matrix.tocsc()


def table_of(cells: Mapping[str, int], relations: Iterable[tuple[str, Sequence[str]]]) -> Table:
    """A table of one layer from named cells; costs 1 for every cell, owned by nobody."""
    index = {name: position for position, name in enumerate(cells)}
    return Table(
        layers=np.array([list(cells.values())], dtype=np.int64).reshape(1, len(index)),
        relations=tuple(
            Relation(index[total], tuple(index[part] for part in parts)) for total, parts in relations
        ),
        owners=np.full(len(index), NOBODY),
        costs=np.ones(len(index)),
    )


def known_to(table: Table, hidden: Mask, attacker: int) -> Mask:
    """What the attacker does not see; a partner sees its own cells."""
    unknown = hidden.copy()
    if attacker != NOBODY:
        unknown[table.owners == attacker] = False
    return unknown
