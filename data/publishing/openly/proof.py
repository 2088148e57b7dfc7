"""Hides more where a hidden count would follow from the rounded ones, until none does."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from data.store import Connection, StoreUnavailable, rows
from domain.columns import Mask, Numbers
from domain.disclosure import Policy
from domain.disclosure_table import Relation
from domain.period import Period, parse_period
from domain.recovery import Seen, recoverable
from domain.rounding import round_counts

LAYERS = ("numerator", "denominator", "records", "clients", "n", "total")
"""Every count that the file shows; `total` is the value of an indicator that counts."""
_ROUNDS = 20
_PERIODS = "SELECT p.period_id, p.code FROM period AS p"
_UNBOUNDED = 1e7

Figures = Mapping[str, Numbers]


class AuditFailed(StoreUnavailable):
    """Something hidden can be computed back, so nothing is published."""


def hide_what_follows(connection: Connection, figures: Figures, small: Mask, policy: Policy) -> Mask:
    """What must be hidden besides what is small; AuditFailed where that ends nowhere."""
    periods = {int(str(number)): parse_period(str(code)) for number, code in rows(connection, _PERIODS)}
    hidden = small.copy()
    for of in np.unique(figures["indicator"]):
        members = np.flatnonzero(figures["indicator"] == of)
        own = {name: column[members] for name, column in figures.items()}
        hidden[members] = _safe(own, hidden[members], policy, periods)
    return hidden


def _safe(figures: Figures, hidden: Mask, policy: Policy, periods: Mapping[int, Period]) -> Mask:
    for _ in range(_ROUNDS):
        found = [
            (seen, cell)
            for layer in _different(figures)
            if (seen := seen_of(figures, layer, hidden, policy, periods)) is not None
            for cell in recoverable(seen, hidden & np.isfinite(figures[layer]))
        ]
        if not found:
            return hidden
        for seen, cell in found:
            hidden[_beside(seen, cell, hidden)] = True
    raise AuditFailed("De afgeronde cijfers geven een verborgen aantal prijs; er is niets gepubliceerd.")


def _different(figures: Figures) -> Iterator[str]:
    """The layers, without those that are equal to one before: what follows from one follows from both."""
    seen: list[Numbers] = []
    for layer in LAYERS:
        if not any(np.array_equal(figures[layer], other, equal_nan=True) for other in seen):
            seen.append(figures[layer])
            yield layer


def seen_of(
    figures: Figures, layer: str, hidden: Mask, policy: Policy, periods: Mapping[int, Period]
) -> Seen | None:
    """What everybody knows of the counts of one layer; None where the layer has none."""
    counts = figures[layer]
    known = np.isfinite(counts)
    if not known.any():
        return None
    base = policy.rounding_base or 1
    middle = round_counts(counts, base)
    is_open = hidden | ~known
    low = np.where(is_open, 0.0, np.maximum(middle - base // 2, 0))
    high = np.where(is_open, _UNBOUNDED, middle - base // 2 + base - 1)
    relations = [one for one in _sums(figures, periods) if _adds_up(counts, one)]
    return Seen(np.nan_to_num(counts), low, high, relations)


def _adds_up(counts: Numbers, relation: Relation) -> bool:
    parts = counts[list(relation.parts)]
    return bool(np.isfinite(parts).all() and abs(parts.sum() - counts[relation.total]) < 0.5)


def _sums(figures: Figures, periods: Mapping[int, Period]) -> Iterator[Relation]:
    """A figure and its parts by split, and a period and the shorter ones of one kind inside it."""
    spans = [periods[int(number)] for number in figures["period_id"]]
    by_split: dict[tuple[float, float], list[int]] = defaultdict(list)
    totals: dict[float, int] = {}
    by_part: dict[float, list[int]] = defaultdict(list)
    for cell, (period, split, part) in enumerate(
        zip(figures["period_id"].tolist(), figures["split"].tolist(), figures["part"].tolist(), strict=True)
    ):
        by_part[part].append(cell)
        if split:
            by_split[period, split].append(cell)
        else:
            totals[period] = cell
    for (period, _), parts in by_split.items():
        if period in totals:
            yield Relation(totals[period], tuple(parts))
    for cells in by_part.values():
        yield from _in_time(cells, spans)


def _in_time(cells: list[int], spans: list[Period]) -> Iterator[Relation]:
    for total in cells:
        inside: dict[str, list[int]] = defaultdict(list)
        for cell in cells:
            span = spans[cell]
            if cell != total and span.start >= spans[total].start and span.end <= spans[total].end:
                inside[span.kind].append(cell)
        for parts in inside.values():
            yield Relation(total, tuple(parts))


def _beside(seen: Seen, cell: int, hidden: Mask) -> int:
    """The smallest shown count that stands in a sum with this one."""
    shown = {
        other
        for relation in seen.relations
        if cell in (*relation.parts, relation.total)
        for other in (*relation.parts, relation.total)
        if not hidden[other]
    }
    if not shown:
        raise AuditFailed("De afgeronde cijfers geven een verborgen aantal prijs; er is niets gepubliceerd.")
    return min(shown, key=lambda other: seen.low[other])
