"""Publishes what the hidden partners of an indicator and a period come to together: 'overige partners'.

Made from exact sums when it is known what is hidden, and only where it is all minus what is shown
(`domain.other_partners`). The steering group gets it: in the file of a partner no other partner stands apart.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from data.publishing.judging import Agreed
from data.publishing.judging.figures import Figures, find_criteria, judged
from data.publishing.judging.kept import Rows, keep
from data.publishing.policies import policy_of
from data.publishing.statements import columns, run
from data.store import Connection
from domain.columns import Mask, Numbers
from domain.disclosure import Policy, small_mask
from domain.other_partners import Parts
from domain.status import PathStatus, Status

_COUNTS = ("numerator", "denominator", "records", "n")
_DOUBLES = (*_COUNTS, "value", "sd", "lower", "upper", "svd")
_TYPES = {
    "row_id": "INTEGER",
    "partners": "INTEGER",
    "provisional": "BOOLEAN",
    "small": "BOOLEAN",
    "strong": "BOOLEAN",
    "status": "VARCHAR",
    "path": "VARCHAR",
    **dict.fromkeys(_DOUBLES, "DOUBLE"),
}
_MADE_OF = {
    "proportion": ("numerator", "denominator"),
    "ratio": ("numerator", "denominator"),
    "mean": ("n", "total"),
    "count": ("total",),
}
"""The counts that a value follows from, by measure; a median follows from none, so it has no row."""


def add_others(connection: Connection, agreed: Sequence[Agreed]) -> None:
    """Make the table `other_figure`: `row_id` is that of all partners together."""
    find_criteria(connection)
    run(connection, "others/whole_figure")
    policy = policy_of(connection, "steering")
    found: Rows = []
    for one in agreed:
        if one.measure in _MADE_OF and not one.is_population:
            found += _of_indicator(connection, one, policy)
    keep(connection, "other_figure", _TYPES, found)


def _of_indicator(connection: Connection, agreed: Agreed, policy: Policy) -> Rows:
    read = columns(connection, "others/sums", indicator=agreed.indicator)
    parts = Parts(
        *({name: column[read["part"] == part] for name, column in read.items()} for part in range(3))
    )
    stands = parts.may_stand(_MADE_OF[agreed.measure], policy.min_denominator)
    if not stands.any():
        return []
    figures = Figures(
        agreed.measure, {name: column[stands] for name, column in _figures(parts, agreed).items()}
    )
    return _rows(figures, judged(figures, agreed), small_mask(policy, figures["clients"]))


def _figures(parts: Parts, agreed: Agreed) -> Mapping[str, Numbers]:
    """The figures of the others; of their clients so many as anybody can tell, so that intervals are wide."""
    others = parts.others
    sums = {
        name: np.where(parts.follow(name), others[name], np.nan) for name in (*_COUNTS, "total", "squares")
    }
    with np.errstate(divide="ignore", invalid="ignore"):
        value = sums["numerator"] / sums["denominator"]
        if agreed.measure == "mean":
            value = sums["total"] / sums["n"]
        if agreed.measure == "count":
            value = sums["total"]
        sd = np.sqrt(np.maximum(sums["squares"] - sums["total"] ** 2 / sums["n"], 0) / (sums["n"] - 1))
    is_mean: Mask = np.full(value.size, agreed.measure == "mean")
    known = {name: others[name] for name in ("row_id", "period_id", "partners", "provisional")}
    norms = {name: others[name] for name in ("comparator", "low", "high")}
    sd = np.where(is_mean & np.isfinite(sd), sd, np.nan)
    return {**known, **norms, **sums, "clients": parts.least_clients, "value": value, "sd": sd}


def _rows(figures: Figures, told: Mapping[str, np.ndarray], small: Mask) -> Rows:
    found = {
        **{name: figures[name] for name in (*_COUNTS, "value", "sd")},
        **{name: told[name] for name in ("lower", "upper", "svd", "strong")},
        "row_id": figures["row_id"].astype(int),
        "partners": figures["partners"].astype(int),
        "provisional": figures["provisional"] > 0,
        "small": small,
        "status": np.array([status.value for status in Status])[told["status"]],
        "path": np.array([status.value for status in PathStatus])[told["path"]],
    }
    return list(zip(*(found[name].tolist() for name in _TYPES), strict=True))
