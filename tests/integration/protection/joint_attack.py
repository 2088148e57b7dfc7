"""An attack on all indicators about the same cases at once; `attack.py` takes them one by one.

Nobody answers who could not have: at every place a part counts no more than its whole. Numerators and
complements are unknowns of their own. A program makes as many rows at once different as can be; only what is
left then is tried row by row.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import block_array, csr_array, eye_array, hstack, kron, vstack

from tests.integration.protection.attack import LEAST, NEAR, Key, Row, key, true_sums

MOST = 1e4
NUMERATOR, COMPLEMENT, SIZE = range(3)
"""Views of a row: its two layers, and both together."""
UP, DOWN = 1, -1
Counts = tuple[float, float]
Rows = np.ndarray
"""Numbers of rows."""


@dataclass(frozen=True)
class AtMost:
    """Rows that together count no more than another; so much less at least as is known to be missing."""

    parts: Sequence[int]
    total: int
    missing: float = 0.0
    view: int = SIZE


def parts_of(exact: Sequence[Row]) -> dict[str, list[str]]:
    """The indicators that count everybody who could have answered others, and which others those are."""
    could: dict[str, dict[Key, int]] = defaultdict(dict)
    counted: dict[str, dict[Key, int]] = defaultdict(dict)
    for row in exact:
        if row["eligible"] is not None:
            could[row["indicator"]][key(row)[1:]] = row["eligible"]
            counted[row["indicator"]][key(row)[1:]] = row["records"]
    every = [one for one in could if could[one] == counted[one]]
    parts = {
        one: [part for part in could if part != one and _agree(could[part], could[one])] for one in every
    }
    return {one: found for one, found in parts.items() if found}


def _agree(one: Mapping[Key, int], other: Mapping[Key, int]) -> bool:
    both = one.keys() & other.keys()
    return len(both) > LEAST and all(one[place] == other[place] for place in both)


def links(rows: Sequence[Row], whole: str, makers: Mapping[Key, set[str]]) -> Iterator[tuple[int, int]]:
    """Rows of parts with the row of the whole at that place; of all partners if it has everybody in it."""
    at = {key(row): place for place, row in enumerate(rows)}
    for one, place in at.items():
        other = (whole, *one[1:])
        if one[0] != whole and other in at and makers.get(one, set()) <= makers.get(other, set()):
            yield place, at[other]


class JointAttack:
    """What can be computed of unknown rows from the known ones, their sums, and which is a part of which."""

    def __init__(
        self, rows: Sequence[Row], truth: Sequence[Counts], known: set[int], at_most: Sequence[AtMost]
    ) -> None:
        self._truth = np.array(truth).T
        self._is_known = np.isin(np.arange(len(rows)), list(known))
        self._least = np.where(self._is_known, self._truth, 0)
        self._most = np.where(self._is_known, self._truth, MOST)
        of_two = {row["indicator"] for row, counts in zip(rows, truth, strict=True) if counts[COMPLEMENT]}
        self._most[COMPLEMENT, [row["indicator"] not in of_two for row in rows]] = 0
        each = eye_array(len(rows))
        self._views = [csr_array(kron(np.array([view]), each)) for view in ([1, 0], [0, 1], [1, 1])]
        self._equal = csr_array(
            kron(eye_array(2), _parts_less_total(true_sums(rows, self._truth.T), len(rows)))
        )
        each_of = [[one for one in at_most if one.view == view] for view in range(len(self._views))]
        less = [
            _parts_less_total([(one.total, one.parts) for one in of_view], len(rows)) for of_view in each_of
        ]
        # Hidden is one at least.
        held = [
            matrix @ view
            for matrix, view in zip([*less, -each], [*self._views, self._views[SIZE]], strict=True)
        ]
        self._at_most = vstack(held)
        missing = [one.missing for of_view in each_of for one in of_view]
        self._limits = -np.concatenate([missing, np.minimum(1, self._truth.sum(axis=0))])
        sums = {row["indicator"] for row, counts in zip(rows, truth, strict=True) if counts[0] % 1}
        self._is_whole = np.array([row["indicator"] not in sums for row in rows])
        self._low, self._high = np.full((3, len(rows)), np.inf), np.full((3, len(rows)), -np.inf)

    def knows_at_least(self, counts: Mapping[int, Counts]) -> None:
        """Of what is a total of its own figures and those of others."""
        for row, least in counts.items():
            if not self._is_known[row]:
                self._least[:, row] = least

    def found(self, asked: Mapping[int, float]) -> list[int]:
        """Rows of which the size follows; and of those asked, that it is less, or what a layer has of it."""
        unknown = np.flatnonzero(~self._is_known)
        few = unknown[np.isin(unknown, list(asked))]
        aims = np.zeros(self._is_known.size)
        aims[list(asked)] = list(asked.values())
        for bring in (self._at_once, self._one_by_one):
            bring(SIZE, UP, few, aims)
        narrow = few[self._high[SIZE, few] < aims[few] - NEAR]
        told = [self._told(layer, few[self._truth[layer, few] > NEAR]) for layer in (NUMERATOR, COMPLEMENT)]
        return sorted(set(np.concatenate([narrow, self._told(SIZE, unknown), *told]).tolist()))

    def _told(self, view: int, rows: Rows) -> Rows:
        """Those that can be one number only."""
        truth = self._views[view] @ self._truth.ravel()
        for bring in (self._at_once, self._one_by_one):
            bring(view, UP, self._one_choice(view, rows), truth + 1)
            bring(view, DOWN, self._one_choice(view, rows), truth - 1)
        return self._one_choice(view, rows)

    def _one_choice(self, view: int, rows: Rows) -> Rows:
        """Where no two whole numbers fit; sums of answers need not be whole, and have to be one apart."""
        low, high = self._low[view, rows], self._high[view, rows]
        is_whole = self._is_whole[rows] | (view == SIZE)
        has_two = np.floor(high + NEAR) > np.ceil(low - NEAR)
        return np.asarray(rows[~np.where(is_whole, has_two, high - low >= 1 - NEAR)])

    def _at_once(self, view: int, way: int, rows: Rows, aims: np.ndarray) -> None:
        """Bring as many as can be as far as they aim."""
        left, before = self._short(view, way, rows, aims), rows.size + 1
        while 0 < left.size < before:
            self._try(view, way, left, aims)
            left, before = self._short(view, way, left, aims), left.size

    def _one_by_one(self, view: int, way: int, rows: Rows, aims: np.ndarray) -> None:
        """Bring each of them as far as it aims, or as near as can be."""
        for row in self._short(view, way, rows, aims):
            self._try(view, way, np.array([row]), aims)

    def _short(self, view: int, way: int, rows: Rows, aims: np.ndarray) -> Rows:
        reached = (self._high if way == UP else self._low)[view, rows]
        return np.asarray(rows[way * reached < way * aims[rows] - NEAR])

    def _try(self, view: int, way: int, rows: Rows, aims: np.ndarray) -> None:
        """Counts that fit all that is known, and bring these rows as near to their aims as can be in all."""
        number, relations = rows.size, self._equal.shape[0]
        # The last unknowns say how far each row comes, and nothing is gained beyond its aim.
        comes = block_array([[self._at_most, None], [-way * self._views[view][rows], eye_array(number)]])
        ends = np.column_stack([self._least.ravel(), self._most.ravel()])
        solved = linprog(
            np.concatenate([np.zeros(self._truth.size), -np.ones(number)]),
            A_eq=hstack([self._equal, csr_array((relations, number))]),
            b_eq=self._equal @ self._truth.ravel(),
            A_ub=comes,
            b_ub=np.concatenate([self._limits, np.zeros(number)]),
            bounds=np.vstack([ends, np.column_stack([np.full(number, -MOST), way * aims[rows]])]),
            # From the inside, which is quicker; but of one row that may take for ever.
            method="highs-ipm" if number > 1 else "highs",
        )
        assert solved.status == 0, solved.message
        fits = np.array([one @ solved.x[: self._truth.size] for one in self._views])
        self._low, self._high = np.minimum(self._low, fits), np.maximum(self._high, fits)


def _parts_less_total(totals: Sequence[tuple[int, Sequence[int]]], size: int) -> csr_array:
    """A row for each total with its parts; rows of figures are the columns."""
    matrix = [
        (number, at, value)
        for number, (total, parts) in enumerate(totals)
        for at, value in ((total, -1.0), *((part, 1.0) for part in parts))
    ]
    numbers, at, values = zip(*matrix, strict=True) if matrix else ((), (), ())
    return csr_array((values, (numbers, at)), shape=(len(totals), size))
