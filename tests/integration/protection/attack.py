"""An attack of its own on whole published files: what follows from everything that somebody can read.

It shares no code with what protects. The rows of a file are the unknowns; every sum that holds between them
is used, and numerator and complement are attacked apart, as the sums hold for each.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

LEAST = 10
NEAR = 1e-6
DRAWS = 8
OTHERS = "overige"
"""The partner of a row of 'overige partners' among the rows of a file."""

Row = dict[str, Any]
Key = tuple[Any, ...]


def key(row: Row) -> Key:
    return row["indicator"], row["partner"], row["period"], row["split"], row["split_value"]


def layers(row: Row) -> tuple[float, float]:
    """Numerator and complement; of other figures the number of answers.

    Of a mean on a scale as many answers at the top and at the bottom of it as make that mean: they add up to
    the number of answers, and both add up over partners, splits and periods. So mean × n is attacked too.
    """
    if row["denominator"] is None and row["scale"]:
        least, most = (float(end) for end in row["scale"].split("-"))
        top = row["n"] * (row["value"] - least) / (most - least)
        return top, row["n"] - top
    if row["denominator"] is None:
        return float(row["n"]), 0.0
    return float(row["numerator"]), float(row["denominator"] - row["numerator"])


def as_rows(others: Sequence[Row]) -> list[Row]:
    """The rows of 'overige partners' as one partner of the file."""
    return [
        {**row, "partner": OTHERS, "split": None, "split_value": None, "suppressed": False} for row in others
    ]


def sums(found: Sequence[Row]) -> Iterator[tuple[int, list[int]]]:
    """A total and its parts: by partner, by split, by shorter periods of one kind, and of the others.

    A partner that stands beside the figure of all partners (not `is_in_all`) is no part of it.
    """
    by_partner, by_split, series = defaultdict(list), defaultdict(list), defaultdict(list)
    at = {key(row): place for place, row in enumerate(found)}
    for place, row in enumerate(found):
        indicator, partner, period, split, value = key(row)
        if partner == OTHERS:
            continue
        if partner is not None and row.get("is_in_all", True):
            by_partner[indicator, None, period, split, value].append(place)
        if split is not None:
            by_split[(indicator, partner, period, None, None), split].append(place)
        series[indicator, partner, split, value].append(place)
    yield from ((at[total], parts) for total, parts in by_partner.items() if total in at)
    yield from ((at[total], parts) for (total, _), parts in by_split.items() if total in at)
    for places in series.values():
        yield from _in_time(found, places)
    for (indicator, partner, period, *_), place in at.items():
        if partner == OTHERS:
            parts = by_partner[indicator, None, period, None, None]
            yield place, [part for part in parts if found[part]["suppressed"]]


def true_sums(found: Sequence[Row], exact: np.ndarray) -> list[tuple[int, list[int]]]:
    """The sums that hold in truth (row × layer), in every layer."""
    return [
        (total, parts)
        for total, parts in sums(found)
        if np.allclose(exact[parts].sum(axis=0), exact[total], rtol=0, atol=NEAR)
    ]


def _in_time(found: Sequence[Row], places: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    for total in places:
        row, inside = found[total], defaultdict(list)
        for place in places:
            part = found[place]
            within = row["period_start"] <= part["period_start"] and part["period_end"] <= row["period_end"]
            if within and row["period_kind"] != part["period_kind"]:
                inside[part["period_kind"]].append(place)
        yield from ((total, parts) for parts in inside.values())


class Attack:
    """What can be computed of the unknown rows of a file from the known ones."""

    def __init__(
        self, found: Sequence[Row], truth: Sequence[tuple[float, float]], known: set[int], draws: int = DRAWS
    ) -> None:
        exact = np.array(truth)
        relations = true_sums(found, exact)
        matrix = np.zeros((len(relations), len(found)))
        for place, (total, parts) in enumerate(relations):
            matrix[place, parts], matrix[place, total] = 1, -1
        self.unknown = np.array([place for place in range(len(found)) if place not in known], dtype=int)
        seen = exact.copy()
        seen[self.unknown] = 0
        tied = matrix[:, self.unknown].any(axis=1)
        self.matrix = csr_array(matrix[tied][:, self.unknown])
        self.sums_to = -(matrix[tied] @ seen)
        self.least, self.most = np.zeros((self.unknown.size, 2)), np.full((self.unknown.size, 2), 1e4)
        self.layers = [layer for layer in range(2) if exact[:, layer].any()]
        self.exact = exact
        self.draws = draws

    def knows_at_least(self, counts: Mapping[int, tuple[float, float]]) -> None:
        """Of what is a total of its own figures and those of others."""
        for place, least in counts.items():
            if place in self.unknown:
                self.least[np.searchsorted(self.unknown, place)] = least

    def knows_at_most(self, counts: Mapping[int, float]) -> None:
        """Of what is a part of something else that can be read."""
        for place, most in counts.items():
            if place in self.unknown:
                self.most[np.searchsorted(self.unknown, place)] = most

    def found(self) -> list[int]:
        """The rows of which the size follows exactly, or more narrowly than the rule allows."""
        if not self.unknown.size:
            return []
        self._begin()
        for place in range(self.unknown.size):
            self._stretch(place)
        return [int(row) for row, wide in zip(self.unknown, self._is_wide(), strict=True) if not wide]

    def narrower_than(self, reach: int) -> list[int]:
        """The rows that nobody can take for so many clients."""
        self._begin()
        for place in range(self.unknown.size):
            for layer in self.layers:
                self._try(-np.eye(self.unknown.size)[place], layer)
        most = self._high.sum(axis=1)
        return [int(row) for row, high in zip(self.unknown, most, strict=True) if high < reach - NEAR]

    def parts_found(self, small: set[int]) -> list[int]:
        """The small rows of which the numerator or the complement follows exactly, and is not 0."""
        asked = [at for at, row in enumerate(self.unknown.tolist()) if row in small]
        if not asked:
            return []
        self._begin()
        return [int(self.unknown[at]) for at in asked if any(self._is_told(at, one) for one in self.layers)]

    def _begin(self) -> None:
        self._low = np.zeros((self.unknown.size, 2))
        self._high = np.zeros((self.unknown.size, 2))
        self._low[:, self.layers], self._high[:, self.layers] = np.inf, -np.inf
        draw = np.random.default_rng(1)
        for layer in self.layers:
            for _ in range(self.draws):
                self._try(draw.choice([-1.0, 1.0], self.unknown.size), layer)

    def _is_told(self, place: int, layer: int) -> bool:
        goal = np.zeros(self.unknown.size)
        goal[place] = 1
        for sign in (-1, 1):
            if self._has_choice(place, layer):
                return False
            self._try(sign * goal, layer)
        return bool(self.exact[self.unknown[place], layer] > NEAR) and not self._has_choice(place, layer)

    def _has_choice(self, place: int, layer: int) -> bool:
        low, high = self._low[place, layer], self._high[place, layer]
        return bool(np.floor(high + NEAR) > np.ceil(low - NEAR))

    def _stretch(self, place: int) -> None:
        """As large and as small as this row can be, until that is wide enough."""
        goal = np.zeros(self.unknown.size)
        goal[place] = 1
        for sign, layer in product((-1, 1), self.layers):
            if self._is_wide()[place]:
                return
            self._try(sign * goal, layer)

    def _try(self, goal: np.ndarray, layer: int) -> None:
        fits = self._fitting(goal, layer)
        self._low[:, layer] = np.minimum(self._low[:, layer], fits)
        self._high[:, layer] = np.maximum(self._high[:, layer], fits)

    def _is_wide(self) -> np.ndarray:
        low, high = self._low.sum(axis=1), self._high.sum(axis=1)
        wide = high - low >= LEAST - NEAR
        return np.asarray((high - low >= 1 - NEAR) & (wide | (high >= LEAST - NEAR)))

    def _fitting(self, goal: np.ndarray, layer: int) -> np.ndarray:
        """Counts that fit all that is known and make the goal as small as can be, none over ten thousand."""
        sums_to = self.sums_to[:, layer]
        held: dict[str, Any] = {"A_eq": self.matrix, "b_eq": sums_to}
        if np.any(sums_to != np.round(sums_to)):  # then they hold but for what a computer rounds
            both = vstack([self.matrix, -self.matrix])
            held = {"A_ub": both, "b_ub": np.concatenate([sums_to, -sums_to]) + 2 * NEAR}
        ends = np.column_stack([self.least[:, layer], self.most[:, layer]])
        solved = linprog(goal, **held, bounds=ends)
        assert solved.status == 0, solved.message
        return np.asarray(solved.x)
