"""Chooses what to hide in one population: year by year the fewest figures of partners, exactly where it can.

The sums of a population fall apart into parts that share few figures: in a year the totals of partners over
time, and each split; over a whole horizon the same. Each part is small enough to choose the cheapest safe
figures in it. What ties years together is the horizon: its splits of one partner are hidden where a year is,
so that no year needs another one for its protection.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from data.publishing.protection.populations import Population, Sums
from domain.columns import Mask, Numbers
from domain.disclosure_choice import Part, choose
from domain.disclosure_cube import COST_OF_ALL, Place
from domain.disclosure_network import network
from domain.disclosure_table import Relation, Table
from domain.period import Period, PeriodKind

_TIE = 1.01
"""Of two choices that hide as many figures, the one that keeps more totals is better."""

_LATER = 20.0
"""What it costs to hide a year's total for the sake of the horizon: the year itself was chosen already."""


class Key(NamedTuple):
    """A part of a population; parts are chosen in the order of their keys."""

    step: int
    period: Period
    split: str


def chosen(
    population: Population, parts: Mapping[Key, Sequence[Part]], places: Sequence[Place], primary: Mask
) -> Mask:
    """The places to hide with the primary ones."""
    hidden, costs = primary.copy(), _costs(places)
    for key in sorted(key for key in parts if key.step < _HORIZON):
        hidden |= choose(parts[key], hidden, costs).hidden
    for key in sorted(key for key in parts if key.step == _TIME):
        hidden |= choose(parts[key], hidden, costs).hidden
    _hide_horizons(population, places, hidden)
    later = np.where([place.period.kind is PeriodKind.YEAR for place in places], costs * _LATER, costs)
    for key in sorted(key for key in parts if key.step >= _HORIZON):
        hidden |= choose(parts[key], hidden, later).hidden
    return hidden


_TIME, _MONTHS, _SPLIT, _HALVES, _HORIZON, _VALUES, _WHOLE = range(7)


def parts_of(
    sums: Sequence[Sums], tables: Sequence[Table], places: Sequence[Place], threshold: int
) -> dict[Key, list[Part]]:
    """The parts of a population, each with its share of every count that adds up."""
    found: defaultdict[Key, list[Part]] = defaultdict(list)
    for number, (one, table) in enumerate(zip(sums, tables, strict=True)):
        here = [places[at] for at in one.places]
        needs = np.maximum(0, threshold - table.sizes)
        for key, relations in _sorted(table.relations, here).items():
            net = network(table, relations, needs)
            if net.cells.size:
                found[key].append(Part(net, one.places[net.cells], number))
    return found


def _sorted(relations: Sequence[Relation], places: Sequence[Place]) -> dict[Key, list[int]]:
    """The relations of each part: over time first, then over values, then over partners, finest first."""
    splits = sorted({place.split for place in places if place.split})
    horizons = sorted({place.period for place in places if place.period.kind is PeriodKind.HORIZON})
    found: defaultdict[Key, list[tuple[int, Period, int]]] = defaultdict(list)
    for row, relation in enumerate(relations):
        total, part = places[relation.total], places[relation.parts[0]]
        order = 0 if total.period != part.period else 1 if total.split != part.split else 2
        for key in _keys(total, part, splits, horizons):
            found[key].append((order, part.period, row))
    return {key: [row for *_, row in sorted(rows, key=_finest_first)] for key, rows in found.items()}


def _finest_first(one: tuple[int, Period, int]) -> tuple[int, int, int]:
    order, period, row = one
    return order, period.months, row


def _keys(total: Place, part: Place, splits: Sequence[str], horizons: Sequence[Period]) -> Iterable[Key]:
    """The parts in which a sum belongs."""
    if total.period != part.period:
        return _keys_of_time(total, part, splits)
    if total.split != part.split:
        return _keys_of_values(total, str(part.split))
    return _keys_of_partners(total, splits, horizons)


def _keys_of_time(total: Place, part: Place, splits: Sequence[str]) -> Iterable[Key]:
    year, kind = _year(total.period), total.period.kind
    if kind is PeriodKind.HORIZON:
        if total.split is None:
            yield Key(_HORIZON, total.period, "")
        elif total.partner is None:
            yield Key(_VALUES, total.period, total.split)
    elif total.split:
        yield Key(_HALVES, year, total.split)
    else:
        if part.period.kind is not PeriodKind.MONTH:
            yield Key(_TIME, year, "")
        if total.partner is None:
            yield Key(_MONTHS, year, "")
        if total.partner is None and kind is PeriodKind.YEAR:
            yield from (Key(_HALVES, year, split) for split in splits)


def _keys_of_values(total: Place, split: str) -> Iterable[Key]:
    if total.period.kind is PeriodKind.HORIZON:
        yield Key(_WHOLE, total.period, split)
    elif total.period.kind is PeriodKind.YEAR:
        yield Key(_SPLIT, total.period, split)
    if total.partner is None and total.period.kind in (PeriodKind.YEAR, PeriodKind.HALF_YEAR):
        yield Key(_HALVES, _year(total.period), split)


def _keys_of_partners(total: Place, splits: Sequence[str], horizons: Sequence[Period]) -> Iterable[Key]:
    kind = total.period.kind
    step = _WHOLE if kind is PeriodKind.HORIZON else _SPLIT
    if total.split:
        yield Key(step, total.period, total.split)
        return
    if kind is not PeriodKind.HORIZON:
        yield Key(_TIME, _year(total.period), "")
    if kind in (PeriodKind.YEAR, PeriodKind.HORIZON):
        yield from (Key(step, total.period, split) for split in splits)
        yield from (Key(_HORIZON, one, "") for one in horizons if one.contains(total.period.start))


def _year(period: Period) -> Period:
    start, end = period.start.replace(month=1, day=1), period.start.replace(month=12, day=31)
    return Period(start, end, PeriodKind.YEAR)


def longer_of(table: Table, places: Sequence[Place]) -> dict[int, int]:
    """Per cell of one partner's value in a year the same over the horizon, where the years add up to it."""
    return {
        part: relation.total
        for relation in table.relations
        for part in relation.parts
        if places[relation.total].period.kind is PeriodKind.HORIZON
        and places[relation.total].split == places[part].split is not None
        and places[part].partner is not None
        and places[part].period.kind is PeriodKind.YEAR
        and places[relation.total].partner == places[part].partner
    }


def _hide_horizons(population: Population, places: Sequence[Place], hidden: Mask) -> None:
    """Hide the horizon of every partner's value of which a year inside it is hidden."""
    years: defaultdict[tuple[str | None, str | None, str | None], list[Period]] = defaultdict(list)
    for at in np.flatnonzero(hidden).tolist():
        place = places[at]
        if place.partner and place.split and place.period.kind is PeriodKind.YEAR:
            years[place.partner, place.split, place.value].append(place.period)
    for at in np.unique(np.concatenate([member.places for member in population.members])).tolist():
        place = places[at]
        if place.period.kind is PeriodKind.HORIZON:
            found = years.get((place.partner, place.split, place.value), ())
            hidden[at] |= any(place.period.contains(year.start) for year in found)


def _costs(places: Sequence[Place]) -> Numbers:
    return np.array([_cost(place) for place in places])


def _cost(place: Place) -> float:
    if place.partner is None:
        return COST_OF_ALL if place.split else 3 * COST_OF_ALL
    return _TIE if place.split is None and place.period.kind is PeriodKind.YEAR else 1.0
