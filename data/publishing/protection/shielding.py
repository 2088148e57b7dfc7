"""Hides in one population what must be hidden besides the small figures, and checks the proof afterwards.

Every count that adds up is a table of its own under the one mask: each is protected in turn until none of
them needs more. Checking starts afresh from the figures and the mask, and believes the witnesses only after
it has computed that they fit.
"""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np

from data.publishing.protection.populations import Population, Sums
from data.publishing.protection.steps import Spent, Step, Tally
from domain.columns import Mask
from domain.disclosure_cube import Place, cube, whole
from domain.disclosure_layout import Layout, layout
from domain.disclosure_ledger import InvalidWitness, Ledger, Witness, needs_of
from domain.disclosure_protection import (
    Unprotectable,
    hide_all,
    protect_by_exchange,
    protect_by_program,
)
from domain.disclosure_table import Integers, Table
from domain.period import Period

MOSTLY = 0.55
"""From this share of small figures on, all figures about these cases are hidden."""

_STEPS = {Step.EXCHANGE: protect_by_exchange, Step.PROGRAM: protect_by_program}


@dataclass(frozen=True, eq=False)
class Proof:
    """Which places of a population are hidden, and per count that adds up the witnesses of its safety."""

    hidden: Mask
    witnesses: tuple[tuple[Witness, ...], ...]
    spent: tuple[Spent, ...] = ()


@dataclass(frozen=True)
class Checked:
    """How many pairs of a hidden figure and an attacker were proved, and how many were not."""

    pairs: int
    unproved: int


def shielded(population: Population, places: Sequence[Place], threshold: int) -> Proof:
    """What must be hidden of this population; the proof holds for all of its members.

    What the version before told stays told where that leaves a way to protect the rest.
    """
    told = told_places(population, len(places))
    if told.any():
        with suppress(Unprotectable):
            return _shielded(population, places, threshold, told)
    with suppress(Unprotectable):
        return _shielded(population, places, threshold, np.zeros_like(told))
    return _whole(population, places, threshold)


def _shielded(population: Population, places: Sequence[Place], threshold: int, told: Mask) -> Proof:
    hidden, tally, ledgers, layouts = _begun(population, places, threshold, told)
    if is_mostly_hidden(population, hidden):
        raise Unprotectable("more is hidden than shown")
    _shield_all(population, ledgers, layouts, tally)
    return Proof(hidden, tuple(tuple(ledger.witnesses) for ledger in ledgers), tuple(tally.spent))


def _whole(population: Population, places: Sequence[Place], threshold: int) -> Proof:
    """Everything hidden: nothing is shown that gives anything away."""
    hidden, tally, ledgers, _ = _begun(population, places, threshold, np.zeros(len(places), dtype=bool))
    with tally.step(Step.WHOLE):
        for member in population.members:
            hidden[member.places] = True
        for ledger in ledgers:
            hide_all(ledger)
    return Proof(hidden, tuple(() for _ in ledgers), tuple(tally.spent))


def _begun(
    population: Population, places: Sequence[Place], threshold: int, told: Mask
) -> tuple[Mask, Tally, list[Ledger], list[Layout]]:
    """What is hidden before any search, and what the search works with; hiding what was told has no price."""
    hidden = small_places(population, len(places))
    tally = Tally(population, hidden)
    with tally.step(Step.OTHERS):
        hidden |= places_of_few_others(population, len(places), threshold)
    ledgers, layouts = [], []
    for sums in population.sums:
        table, placed = tabled(sums, places)
        costs = np.where(told[sums.places], np.inf, table.costs)
        asked = needs(sums, table, threshold)
        ledgers.append(Ledger(replace(table, costs=costs), hidden[sums.places], asked))
        layouts.append(placed)
    return hidden, tally, ledgers, layouts


def is_mostly_hidden(population: Population, hidden: Mask) -> bool:
    """Whether so much is small that hardly anything could stay visible."""
    places = np.unique(np.concatenate([member.places for member in population.members]))
    return bool(hidden[places].mean() > MOSTLY)


def _shield_all(
    population: Population, ledgers: Sequence[Ledger], layouts: Sequence[Layout], tally: Tally
) -> None:
    hidden, before = tally.hidden, -1
    while before < np.count_nonzero(hidden):
        before = int(np.count_nonzero(hidden))
        for at, (sums, ledger) in enumerate(zip(population.sums, ledgers, strict=True)):
            ledger.hide(np.flatnonzero(hidden[sums.places]))
            for other, elsewhere in zip(population.sums[:at], ledgers[:at], strict=True):
                _borrow(ledger, sums, elsewhere.witnesses, other)
            for step, protect in _STEPS.items():
                with tally.step(step):
                    protect(ledger, layouts[at])
                    hidden[sums.places] = ledger.hidden


def checked(population: Population, places: Sequence[Place], threshold: int, proof: Proof) -> Checked:
    """How much of what the figures say is hidden is proved, computed anew."""
    pairs = unproved = 0
    hidden = small_places(population, len(places))
    for sums, witnesses in zip(population.sums, proof.witnesses, strict=True):
        table, _ = tabled(sums, places)
        ledger = Ledger(table, hidden[sums.places], needs(sums, table, threshold))
        pairs += int(ledger.open.sum())
        if all(hidden[member.places].all() for member in population.members):
            continue  # nothing is shown, so nothing shown gives anything away
        for witness in witnesses:
            ledger.take(witness)
        unproved += int(ledger.open.sum())
    return Checked(pairs, unproved)


def small_places(population: Population, count: int) -> Mask:
    """The places where a figure of any member is hidden."""
    hidden = np.zeros(count, dtype=bool)
    for member in population.members:
        hidden[member.places[member.suppressed]] = True
    return hidden


def told_places(population: Population, count: int) -> Mask:
    """The places of which the version before told the figure of any member."""
    told = np.zeros(count, dtype=bool)
    for member in population.members:
        told[member.places[member.told]] = True
    return told


def places_of_few_others(population: Population, count: int, threshold: int) -> Mask:
    """The places of all partners where one knows its own part, and the others have too few clients."""
    hidden = np.zeros(count, dtype=bool)
    for member in population.members:
        others = member.counts["clients"][member.own.at] - member.own.counts["clients"]
        hidden[member.places[member.own.at[(others > 0) & (others < threshold)]]] = True
    return hidden


def needs(sums: Sums, table: Table, threshold: int) -> Integers:
    """By how much each count must be able to rise: it may be small, or what one partner leaves of it."""
    at, least = sums.own.at, table.sizes.copy()
    others = table.sizes[at] - whole(sums.own.layers).sum(axis=0)
    np.minimum.at(least, at[others > 0], others[others > 0])
    return needs_of(least, threshold)


def _floors(sums: Sums, table: Table) -> Integers:
    """What some partner knows each count to be at least; who knows all of it is its owner.

    Nothing of nobody is ever hidden, so everybody knows that there is one at least.
    """
    own, floors = whole(sums.own.layers), np.zeros_like(table.layers)
    floors[table.layers.argmax(axis=0), np.arange(table.sizes.size)] = np.minimum(table.sizes, 1)
    is_part = own.sum(axis=0) < table.sizes[sums.own.at]
    at = sums.own.at[is_part]
    np.maximum.at(floors.T, at, np.minimum(own[:, is_part], table.layers[:, at]).T)
    return floors


def _borrow(ledger: Ledger, sums: Sums, witnesses: Sequence[Witness], other: Sums) -> None:
    """Try what proved another count of these cases: it often fits this one too, and trying costs little."""
    if len(sums.layers) > 1:
        return
    for witness in witnesses:
        places = other.places[witness.cells]
        cells = np.searchsorted(sums.places, places)
        if np.all(sums.places[np.minimum(cells, sums.places.size - 1)] == places):
            together = witness.changes.sum(axis=0, keepdims=True)
            with suppress(InvalidWitness):
                ledger.take(Witness(cells, together))


def placed(sums: Sums, places: Sequence[Place]) -> list[Place]:
    """Where the figures of a count stand; who made up a longer period alone made up the shorter ones too."""
    alone: defaultdict[tuple[str | None, str | None], list[tuple[Period, str]]] = defaultdict(list)
    for at, partner in sums.known_to.items():
        alone[places[at].split, places[at].value].append((places[at].period, partner))
    return [_known(places[at], alone[places[at].split, places[at].value]) for at in sums.places]


def _known(place: Place, alone: Sequence[tuple[Period, str]]) -> Place:
    """Of all partners together, with the one that made it up; nobody else's figures are in it then."""
    if place.partner is not None:
        return place
    partners = (partner for period, partner in alone if _is_inside(place.period, period))
    return replace(place, known_to=next(partners, None))


def _is_inside(period: Period, other: Period) -> bool:
    return other.contains(period.start) and other.contains(period.end)


def tabled(sums: Sums, places: Sequence[Place]) -> tuple[Table, Layout]:
    """A count as the table that attackers compute with, and where in it everything stands."""
    here = placed(sums, places)
    table = cube(here, sums.layers)
    return replace(table, floors=_floors(sums, table)), layout(table, here)
