"""Finds the sums that tie the published figures of one indicator: over time, over partners and over splits.

A sum counts as a relation only where it holds: unique clients add up only where nobody came twice. A partner
that delivers years only has no quarters to add up: the year of all is then the quarters of the others and its
year. So is a total the parts of those that know a split, and the totals of those that do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from domain.columns import Numbers
from domain.disclosure_table import NOBODY, Integers, Relation, Table
from domain.period import Period, PeriodKind

_FINER = {
    PeriodKind.HORIZON: (PeriodKind.YEAR, PeriodKind.HALF_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH),
    PeriodKind.YEAR: (PeriodKind.HALF_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH),
    PeriodKind.HALF_YEAR: (PeriodKind.QUARTER, PeriodKind.MONTH),
    PeriodKind.QUARTER: (PeriodKind.MONTH,),
    PeriodKind.MONTH: (),
}

COST_OF_ALL = 5000.0
"""Hiding a figure of all partners costs as much as hiding so many figures of one partner."""

COST_OF_SHARE = 1000.0
"""The same where the figure is of one value of a split."""

COSTS_OF_PARTNER = {PeriodKind.YEAR: 3000.0, PeriodKind.HORIZON: 300.0}
"""A partner's figure without a split over so long: that is where a partner is looked up.

A year for less leads to programs that hide more years, and no fewer figures of all; for as much as a figure
of all it leads to hiding some of those instead.
"""

COST_OF_TOTAL = 3.0
"""Any other figure of a partner that is itself a sum of published ones."""

_NEARLY = 1e-6

Spot = tuple[Period, str | None, str | None]
"""When, and of which part."""

Standing = defaultdict[Spot, dict[str, int]]
"""The figures of partners there that are in that of all, by partner."""


@dataclass(frozen=True)
class Place:
    """Where a figure stands: whose it is, when, and of which part; None is 'all'.

    `known_to` is the one partner that made up a figure of all alone, and so knows it; `made_by` are the
    partners that have a part in it, also where that is released to nobody. What `is_beside` is a partner's,
    and not in the figure of all: a median that it delivered itself.
    """

    partner: str | None
    period: Period
    split: str | None = None
    value: str | None = None
    known_to: str | None = None
    made_by: frozenset[str] = field(default=frozenset(), kw_only=True)
    is_beside: bool = field(default=False, kw_only=True)


def cube(places: Sequence[Place], quantities: Numbers) -> Table:
    """The table of one quantity from the places where it is published and its layers (layer × place)."""
    relations = tuple(_relations(places, quantities))
    owners = owners_of(places)
    totals = {relation.total for relation in relations}
    costs = np.array([_cost(place, is_sum=cell in totals) for cell, place in enumerate(places)])
    return Table(whole(quantities), relations, owners, costs)


def _cost(place: Place, *, is_sum: bool) -> float:
    if place.partner is None:
        return COST_OF_SHARE if place.split else COST_OF_ALL
    costs = {} if place.split else COSTS_OF_PARTNER
    return costs.get(place.period.kind, COST_OF_TOTAL if is_sum else 1.0)


def whole(quantities: Numbers) -> Integers:
    """Counts; what is not whole (hours) is rounded down: an attacker must then consider less possible."""
    return np.floor(quantities + _NEARLY).astype(np.int64)


def owners_of(places: Sequence[Place]) -> Integers:
    """Whose each figure is, partners numbered in the order of their codes."""
    owners = [place.partner or place.known_to for place in places]
    number = {code: index for index, code in enumerate(sorted({owner for owner in owners if owner}))}
    return np.array([number[owner] if owner else NOBODY for owner in owners])


def _relations(places: Sequence[Place], quantities: Numbers) -> list[Relation]:
    sizes = quantities.sum(axis=0)
    standing = _standing(places)
    found: list[Relation] = []
    for options in (*_over_partners(places), *_over_splits(places, standing), *_over_time(places, standing)):
        found += [option for option in options if _holds(option, sizes)][:1]
    return found


def _holds(relation: Relation, sizes: Numbers) -> bool:
    total = sizes[relation.total]
    return bool(abs(sizes[list(relation.parts)].sum() - total) <= _NEARLY * max(1.0, total))


def _over_partners(places: Sequence[Place]) -> Iterable[list[Relation]]:
    """Per total its partners; who stands beside the figure of all is in no such sum."""
    parts: defaultdict[Spot, list[int]] = defaultdict(list)
    totals: dict[Spot, int] = {}
    for index, place in enumerate(places):
        if place.partner is None:
            totals[_spot(place)] = index
        elif not place.is_beside:
            parts[_spot(place)].append(index)
    for spot, members in parts.items():
        if spot in totals:
            yield [Relation(totals[spot], tuple(members))]


def _over_splits(places: Sequence[Place], standing: Standing) -> Iterable[list[Relation]]:
    """Per total its parts, and those with the totals of partners that have none."""
    parts: defaultdict[tuple[str | None, Period, str], list[int]] = defaultdict(list)
    totals: dict[tuple[str | None, Period], int] = {}
    for index, place in enumerate(places):
        if place.split is None:
            totals[place.partner, place.period] = index
        else:
            parts[place.partner, place.period, place.split].append(index)
    for (partner, period, _), members in parts.items():
        if (partner, period) in totals:
            plain = Relation(totals[partner, period], tuple(members))
            wider = _with_lacking(plain, places, standing) if partner is None else None
            yield [plain, wider] if wider else [plain]


def _over_time(places: Sequence[Place], standing: Standing) -> Iterable[list[Relation]]:
    """Per total its possible sums, the one over the coarsest finer periods first."""
    series: defaultdict[tuple[str | None, str | None, str | None], list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        series[place.partner, place.split, place.value].append(index)
    for (partner, *_), members in series.items():
        for total in members:
            plain = _sums_of(total, members, places)
            wider = [_with_lacking(sums, places, standing) for sums in plain if partner is None]
            yield [*plain, *filter(None, wider)]


def _with_lacking(sums: Relation, places: Sequence[Place], standing: Standing) -> Relation | None:
    """The sum and the figures, where the total stands, of partners without a part in it; None without any."""
    total, have = places[sums.total], set[str]()
    for part in sums.parts:
        have |= {*places[part].made_by, *standing[_spot(places[part])]}
    lacking = [cell for partner, cell in standing[_spot(total)].items() if partner not in have]
    return Relation(sums.total, (*sums.parts, *lacking)) if lacking else None


def _standing(places: Sequence[Place]) -> Standing:
    found: Standing = defaultdict(dict)
    for cell, place in enumerate(places):
        if place.partner is not None and not place.is_beside:
            found[_spot(place)][place.partner] = cell
    return found


def _spot(place: Place) -> Spot:
    return place.period, place.split, place.value


def _sums_of(total: int, members: Sequence[int], places: Sequence[Place]) -> list[Relation]:
    whole = places[total].period
    options = []
    for kind in _FINER[whole.kind]:
        inside = tuple(
            index
            for index in members
            if places[index].period.kind is kind and whole.contains(places[index].period.start)
        )
        if inside:
            options.append(Relation(total, inside))
    return options
