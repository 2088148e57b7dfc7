"""Median and quartiles; they do not add up, so each figure is computed from its own records.

The records are put in order of their value once; figures then pick theirs without sorting them again, which
takes a quarter of the time that the database needs.
"""

import numpy as np

from data.publishing.statements import columns, run
from data.store import Connection
from domain.columns import Numbers

Codes = np.ndarray
_SPLITS = {
    "hulpvorm": "care_form",
    "leeftijdsgroep": "age_group",
    "verwijzer": "referrer",
    "gemeente": "municipality",
    "informant": "informant",
}
_POINTS = {"q1": 0.25, "median": 0.5, "q3": 0.75}
_NONE = 0
"""Codes are numbered from 1."""


def add_quartiles(connection: Connection) -> None:
    """Add to the table `quartile` those of the records in `case_row`."""
    cases = {
        name: np.nan_to_num(column, nan=_NONE) if name != "value" else column
        for name, column in columns(connection, "figures/value").items()
    }
    months = columns(connection, "figures/period_layer")
    for layer in np.unique(months["layer"]):
        period = _period_of(
            cases, {name: column[months["layer"] == layer] for name, column in months.items()}
        )
        for split, name in ((None, None), *_SPLITS.items()):
            number = cases[name] if name else np.full(period.size, _NONE)
            counted = (period >= 0) & ((number != _NONE) | (name is None))
            for partner in (cases["partner"], np.full(period.size, _NONE)) if counted.any() else ():
                codes = {"period_id": period, "partner": partner, "split_number": number}
                own = {code: column[counted].astype(np.int64) for code, column in codes.items()}
                connection.register("passing_quartile", _quartiles(cases["value"][counted], **own))
                run(connection, "figures/quartile", split=split)
                connection.unregister("passing_quartile")


def _period_of(cases: dict[str, Numbers], months: dict[str, Numbers]) -> Codes:
    """In which period of a layer each record counts; -1 in none."""
    partner, month = (months[name].astype(np.int64) for name in ("partner", "month"))
    of = np.full((partner.max() + 1, month.max() + 1), -1, dtype=np.int64)
    of[partner, month] = months["period_id"]
    rows, places = (cases[name].astype(np.int64) for name in ("partner", "month"))
    is_known = (rows < of.shape[0]) & (places < of.shape[1])
    return np.where(is_known, of[np.where(is_known, rows, 0), np.where(is_known, places, 0)], -1)


def _quartiles(values: Numbers, **codes: Codes) -> dict[str, np.ndarray]:
    """Per figure its codes and the quartiles of its values, which must be in ascending order."""
    key, names = np.zeros(values.size, dtype=np.int64), []
    for column in codes.values():
        is_used = np.bincount(column) > 0
        names.append(np.flatnonzero(is_used))
        key = key * names[-1].size + (np.cumsum(is_used) - 1)[column]
    shape = [found.size for found in names]
    figures = int(np.prod(shape))
    order = np.argsort(key.astype(np.min_scalar_type(figures)), kind="stable")
    sizes = np.bincount(key, minlength=figures)
    present = np.flatnonzero(sizes)
    starts = np.cumsum(sizes)[present] - sizes[present]
    places = np.unravel_index(present, shape)
    told = {name: found[place] for name, found, place in zip(codes, names, places, strict=True)}
    return {**told, **_points(values[order], starts, sizes[present])}


def _points(values: Numbers, starts: Codes, sizes: Codes) -> dict[str, Numbers]:
    found = {}
    for name, part in _POINTS.items():
        reach = (sizes - 1) * part
        below, above = np.floor(reach).astype(np.int64), np.ceil(reach).astype(np.int64)
        low, high = values[starts + below], values[starts + above]
        found[name] = low + (high - low) * (reach - below)
    return found
