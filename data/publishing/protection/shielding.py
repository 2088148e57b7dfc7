"""Hides in one population what must be hidden besides the small figures, and checks the proof afterwards.

Every count that adds up, and every part of it, is a table of its own under the one mask: each is protected
in turn until none of them needs more. Checking starts afresh from the figures and the mask, and believes the
witnesses only after it has computed that they fit.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from data.publishing.protection.lending import borrow
from data.publishing.protection.populations import Population
from data.publishing.protection.steps import Spent, Step, Tally
from data.publishing.protection.tables import Count, counts_of, places_of_few_others
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import Ledger, Witness
from domain.disclosure_protection import Unprotectable, protect_by_exchange, protect_by_program

MOSTLY = 0.55
"""From this share of small figures on, all figures about these cases are hidden."""

_STEPS = {Step.EXCHANGE: protect_by_exchange, Step.PROGRAM: protect_by_program}


@dataclass(frozen=True, eq=False)
class Proof:
    """Which places of a population are hidden, and per count that adds up the witnesses of its safety.

    `is_beside` when it holds beside what other populations show of this one. A population that is hidden as a
    whole has no witnesses, but for those.
    """

    hidden: Mask
    witnesses: tuple[tuple[Witness, ...], ...]
    spent: tuple[Spent, ...] = ()
    is_beside: bool = False


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
    for kept in (told, np.zeros_like(told)) if told.any() else (told,):
        with suppress(Unprotectable):
            return _shielded(population, places, threshold, kept)
    return hidden_whole(population, places, threshold)


def _shielded(population: Population, places: Sequence[Place], threshold: int, told: Mask) -> Proof:
    tally = _begun(population, places, threshold)
    hidden = tally.hidden
    if is_mostly_hidden(population, hidden):
        raise Unprotectable("more is hidden than shown")
    counts = [count.dearer(told) for count in counts_of(population, places, threshold)]
    ledgers = [count.ledger(hidden) for count in counts]
    shield_all(counts, ledgers, tally)
    return Proof(hidden, tuple(tuple(ledger.witnesses) for ledger in ledgers), tuple(tally.spent))


def hidden_whole(population: Population, places: Sequence[Place], threshold: int) -> Proof:
    """Everything hidden: nothing is shown that gives anything away."""
    tally = _begun(population, places, threshold)
    with tally.step(Step.WHOLE):
        for member in population.members:
            tally.hidden[member.places] = True
    return Proof(tally.hidden, (), tuple(tally.spent))


def hidden_before_search(population: Population, places: Sequence[Place], threshold: int) -> Mask:
    """The places hidden by the rule, and of all partners where one would know the rest."""
    return _begun(population, places, threshold).hidden


def _begun(population: Population, places: Sequence[Place], threshold: int) -> Tally:
    """What is hidden before any search."""
    hidden = small_places(population, len(places))
    tally = Tally(population, hidden)
    with tally.step(Step.OTHERS):
        hidden |= places_of_few_others(population, len(places), threshold)
    return tally


def is_mostly_hidden(population: Population, hidden: Mask) -> bool:
    """Whether so much is small that hardly anything could stay visible."""
    places = np.unique(np.concatenate([member.places for member in population.members]))
    return bool(hidden[places].mean() > MOSTLY)


def shield_all(counts: Sequence[Count], ledgers: Sequence[Ledger], tally: Tally) -> None:
    """Protect every count, until none of them hides more; Unprotectable when that cannot be."""
    hidden, before = tally.hidden, -1
    while before < np.count_nonzero(hidden):
        before = int(np.count_nonzero(hidden))
        for at, (count, ledger) in enumerate(zip(counts, ledgers, strict=True)):
            ledger.hide(np.flatnonzero(hidden[count.places]))
            borrow(count, ledger, list(zip(counts, ledgers, strict=True))[:at])
            for step, protect in _STEPS.items():
                with tally.step(step):
                    protect(ledger, count.layout)
                    hidden[count.places] = ledger.hidden


def checked(population: Population, proof: Proof, places: Sequence[Place], threshold: int) -> Checked:
    """How much of what the figures say is hidden is proved, computed anew."""
    hidden = small_places(population, len(places))
    ledgers = [count.ledger(hidden) for count in counts_of(population, places, threshold)]
    pairs = sum(int(ledger.open.sum()) for ledger in ledgers)
    if not proof.witnesses and is_whole(population, hidden):
        return Checked(pairs, 0)  # nothing is shown, so nothing shown gives anything away
    for ledger, witnesses in zip(ledgers, proof.witnesses, strict=False):  # without any, nothing is proved
        for witness in witnesses:
            ledger.take(witness)
    return Checked(pairs, sum(int(ledger.open.sum()) for ledger in ledgers))


def is_whole(population: Population, hidden: Mask) -> bool:
    """Whether nothing of it is shown."""
    return all(bool(hidden[member.places].all()) for member in population.members)


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
