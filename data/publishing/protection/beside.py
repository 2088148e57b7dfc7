"""Hides in one population what must be hidden more as other populations tell something of it.

What another indicator counts limits a number of answers (`limits`). Where that leaves a hidden number no
other value, even with everything about these cases hidden, the other figure gives way: it is hidden as well.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np

from data.publishing.protection.populations import Population
from data.publishing.protection.shielding import (
    Proof,
    hidden_whole,
    is_whole,
    shield_all,
    small_places,
    told_places,
)
from data.publishing.protection.steps import Spent, Step, Tally
from data.publishing.protection.tables import Count, counts_of
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import InvalidWitness, Ledger
from domain.disclosure_limits import in_the_way
from domain.disclosure_protection import Unprotectable

Standing = tuple[int, int]
"""A figure, by its indicator and its place."""


@dataclass(frozen=True, eq=False)
class Beside:
    """A proof, and the figures of other populations that have to be hidden before it can hold beside them."""

    proof: Proof
    in_the_way: frozenset[Standing] = frozenset()


def shielded_beside(population: Population, places: Sequence[Place], threshold: int, proof: Proof) -> Beside:
    """What must be hidden more of a population that has its mask by now."""
    hidden = small_places(population, len(places))
    if np.array_equal(hidden, proof.hidden) and (proof.is_beside or not population.is_limited):
        return Beside(proof)
    if not is_whole(population, hidden):
        told = told_places(population, len(places))
        for kept in (told, np.zeros_like(told)) if told.any() else (told,):
            with suppress(Unprotectable):
                return Beside(_shielded_more(population, places, threshold, proof, kept))
    return _given_way(population, places, threshold, proof)


def _shielded_more(
    population: Population, places: Sequence[Place], threshold: int, proof: Proof, told: Mask
) -> Proof:
    """What was proved already stays so where it still fits."""
    tally = Tally(population, small_places(population, len(places)))
    counts = [count.dearer(told) for count in counts_of(population, places, threshold)]
    ledgers = [count.ledger(tally.hidden) for count in counts]
    for ledger, witnesses in zip(ledgers, proof.witnesses, strict=True):
        for witness in witnesses:
            with suppress(InvalidWitness):
                ledger.take(witness)
    shield_all(counts, ledgers, tally)
    found = tuple(tuple(ledger.witnesses) for ledger in ledgers)
    return Proof(tally.hidden, found, (*proof.spent, *tally.spent), is_beside=True)


def _given_way(population: Population, places: Sequence[Place], threshold: int, proof: Proof) -> Beside:
    """What stands in the way of all proof; where nothing does, all of the population is hidden."""
    start = perf_counter()
    whole = hidden_whole(population, places, threshold)
    counts = counts_of(population, places, threshold)
    ledgers = [count.ledger(whole.hidden) for count in counts]
    found = set[Standing]()
    for count, ledger in zip(counts, ledgers, strict=True):
        found.update(_in_the_way(population, count, ledger, counts))
    if found:
        spent = Spent(Step.LIMIT, len(found), perf_counter() - start)
        return Beside(replace(proof, spent=(*proof.spent, spent)), frozenset(found))
    is_proved = not any(ledger.open.any() for ledger in ledgers)
    witnesses = tuple(tuple(ledger.witnesses) for ledger in ledgers) if is_proved else ()
    return Beside(replace(whole, witnesses=witnesses, spent=(*proof.spent, *whole.spent), is_beside=True))


def _in_the_way(
    population: Population, count: Count, ledger: Ledger, counts: Sequence[Count]
) -> Iterator[Standing]:
    """The figures of others that say that what has to rise is less than that."""
    sizes = (count if count.part_of is None else counts[count.part_of.count]).table.sizes
    for cell, rise in in_the_way(ledger, count.layout).items():
        place, size = int(count.places[cell]), float(sizes[cell])
        for member in population.members:
            at = np.flatnonzero(member.places == place)
            for limit in member.limits:
                if ((size <= limit.at_most[at]) & (limit.at_most[at] < size + rise)).any():
                    yield limit.other, place
