"""Searches a whole again once its parts are protected: by itself it may have hidden what nobody needs.

A whole is protected before it is known what its parts take of it (`rounds`). Begun again in one year from
what the rule hides, with what its parts take first, it may hide less. What it shows again limits those parts,
so that all is proved beside each other once more. Only a whole of fewer indicators than it has parts is
searched again: proofs of pairs take little of a dear one. All years at once let parts hide years instead.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from time import perf_counter

import numpy as np

from data.publishing.protection.beside import shielded_beside
from data.publishing.protection.hiding import show_again
from data.publishing.protection.pairs import Pairs
from data.publishing.protection.populations import Population, figures_in, hiding
from data.publishing.protection.rounds import beside_each_other, hide_masks, read_groups
from data.publishing.protection.shielding import Proof, hidden_before_search, is_whole
from data.publishing.protection.steps import Spent, Step
from data.store import Connection
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import InvalidWitness
from domain.disclosure_protection import Unprotectable

Found = tuple[list[Proof], Pairs]


def wholes_again(
    connection: Connection,
    by_rule: Sequence[Population],
    proofs: Sequence[Proof],
    pairs: Pairs,
    places: Sequence[Place],
    threshold: int,
) -> Found:
    """With fewer years of partners or figures of all hidden, and more of neither, where a whole allows that.

    Else as they were, and so is what `closed_mask` hides: that must hide by now what these proofs hide.
    """
    found, best = list(proofs), pairs
    for at in pairs.cheap_wholes(by_rule):
        least = hidden_before_search(by_rule[at], places, threshold)
        for within in _years(places):
            start, before = perf_counter(), found
            hidden = before[at].hidden
            begun = np.where(within, least, hidden)
            # What is hidden as a whole is so because nothing of it can be shown, and has no proof of a part.
            if not is_whole(by_rule[at], hidden) and not np.array_equal(begun, hidden):
                found, best = _again(connection, at, begun, before, best, places, threshold)
                found = _spent(by_rule, before, found, perf_counter() - start)
    return found, best


def _years(places: Sequence[Place]) -> list[Mask]:
    """The places in each calendar year; longer periods stand in none."""
    ends = np.array([(place.period.start.year, place.period.end.year) for place in places])
    return [(ends == year).all(axis=1) for year in np.unique(ends)]


def _again(
    connection: Connection,
    at: int,
    begun: Mask,
    proofs: list[Proof],
    pairs: Pairs,
    places: Sequence[Place],
    threshold: int,
) -> Found:
    before, fresh = [proof.hidden for proof in proofs], pairs.unproved(at)
    groups = read_groups(connection, places)
    masks = [*before[:at], begun, *before[at + 1 :]]
    masks = fresh.protect_with(at, groups, masks)
    proof = shielded_beside(hiding(groups[at], masks[at]), places, threshold, _anew(proofs[at])).proof
    masks[at] = masks[at] | proof.hidden
    if pairs.hides_less(groups, masks, before):
        _hide_only(connection, groups, masks)
        tried = [_anew(one) for one in (*proofs[:at], proof, *proofs[at + 1 :])]
        with suppress(Unprotectable, InvalidWitness):  # then what was proved before still holds
            found = beside_each_other(connection, tried, fresh, places, threshold)
            if pairs.hides_less(groups, [one.hidden for one in found], before):
                return found, fresh
        _hide_only(connection, groups, before)
    return proofs, pairs


def _anew(proof: Proof) -> Proof:
    """Not to be believed before it was computed beside what the others show now."""
    return replace(proof, is_beside=False)


def _hide_only(connection: Connection, groups: Sequence[Population], masks: Sequence[Mask]) -> None:
    show_again(connection)
    hide_masks(connection, groups, masks)


def _spent(
    groups: Sequence[Population], before: Sequence[Proof], found: Sequence[Proof], seconds: float
) -> list[Proof]:
    """What it took, and how many figures more (less than nothing where they are fewer) that hides."""
    more = [
        figures_in(group, new.hidden) - figures_in(group, old.hidden)
        for group, old, new in zip(groups, before, found, strict=True)
    ]
    return [
        replace(new, spent=(*old.spent, Spent(Step.AGAIN, figures, seconds / len(before))))
        for old, new, figures in zip(before, found, more, strict=True)
    ]
