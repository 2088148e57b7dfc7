"""Median and quartiles; they do not add up, so each figure is computed from its own records.

The records are put in order of their value once; figures then pick theirs without sorting them again, which
takes a quarter of the time that the database needs.
"""

from collections.abc import Callable

import numpy as np

from data.publishing.layers import SPLITS, Codes, Figures, figures_of, periods_of, read_cases
from data.publishing.statements import run
from data.store import Connection
from domain.columns import Numbers

_POINTS = {"q1": 0.25, "median": 0.5, "q3": 0.75}


def add_quartiles(connection: Connection) -> None:
    """Add to the table `quartile` those of the records in `case_row`."""
    cases = read_cases(connection, "figures/value")
    found = [
        _quartiles(cases["value"], figures)
        for period in periods_of(connection, cases)
        for figures in figures_of(cases, period)
    ]
    if found:
        told = {name: np.concatenate([one[name] for one in found]) for name in found[0]}
        connection.register("passing_quartile", told)
        run(connection, "figures/quartile", splits=list(SPLITS))
        connection.unregister("passing_quartile")


def _quartiles(values: Numbers, figures: Figures) -> dict[str, np.ndarray]:
    """Per figure the quartiles of its values, which must be in ascending order."""
    order = np.argsort(figures.keys.astype(np.min_scalar_type(figures.size)), kind="stable")
    sizes = np.bincount(figures.keys, minlength=figures.size)
    present = np.flatnonzero(sizes)
    starts = np.cumsum(sizes)[present] - sizes[present]

    def at(places: Codes) -> Numbers:
        found: Numbers = values[figures.rows[order[starts + places]]]
        return found

    return {**figures.told(present), **_points(at, sizes[present])}


def _points(at: Callable[[Codes], Numbers], sizes: Codes) -> dict[str, Numbers]:
    """The points of figures of these sizes, of which `at` gives the value at a place."""
    found = {}
    for name, part in _POINTS.items():
        reach = (sizes - 1) * part
        below, above = np.floor(reach).astype(np.int64), np.ceil(reach).astype(np.int64)
        low, high = at(below), at(above)
        found[name] = low + (high - low) * (reach - below)
    return found
