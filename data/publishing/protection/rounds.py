"""Protects the groups of indicators by themselves, and then again beside what they show of each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from data.publishing.aggregation import Progress
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.beside import Beside, shielded_beside
from data.publishing.protection.hiding import hide_rows
from data.publishing.protection.pairs import Pairs, pairs_of
from data.publishing.protection.populations import Population, hiding, populations, with_limits
from data.publishing.protection.reading import read_figures, read_limits
from data.publishing.protection.shielding import Proof, is_whole, shielded, shielded_from, unprotected
from data.publishing.statements import columns
from data.store import Connection
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_ledger import InvalidWitness
from domain.disclosure_protection import Unprotectable


def protected(
    connection: Connection,
    groups: Sequence[Population],
    places: Sequence[Place],
    threshold: int,
    tell: Progress,
) -> tuple[list[Proof], Pairs]:
    """Hide all that has to be hidden besides, and return the proofs; AuditFailed where none is to be had."""
    try:
        pairs = pairs_to_prove(connection, groups, places, threshold)
        proofs = by_themselves(groups, places, threshold, tell)
        masks, proofs = wholes_after_parts(groups, proofs, pairs, places, threshold)
        _hide_masks(connection, groups, masks)
        return beside_each_other(connection, proofs, pairs, places, threshold), pairs
    except (Unprotectable, InvalidWitness) as error:
        raise AuditFailed("een verborgen cijfer is niet te beschermen") from error


def by_themselves(
    groups: Sequence[Population], places: Sequence[Place], threshold: int, tell: Progress
) -> list[Proof]:
    """What each group takes as if nothing else were shown."""
    proofs = []
    for done, group in enumerate(groups):
        tell("Beschermen tegen terugrekenen", done, len(groups))
        proofs.append(shielded(group, places, threshold))
    return proofs


def wholes_after_parts(
    groups: Sequence[Population],
    proofs: Sequence[Proof],
    pairs: Pairs,
    places: Sequence[Place],
    threshold: int,
) -> tuple[list[Mask], list[Proof]]:
    """What groups take of which others are a part, with those first where hiding them costs less.

    A search beside its parts hides mostly there then; by itself first, such a whole hides years of partners
    that its parts do not need, and then theirs besides. In a dear one nothing is hidden that its parts can do
    without, so that has to be known before. Of a part what is hidden more is not proved of it yet.
    """
    again = [at for at in pairs.cheap_wholes(groups) if not is_whole(groups[at], proofs[at].hidden)]
    if not again:
        return [proof.hidden for proof in proofs], list(proofs)
    begun = [
        unprotected(group, places, threshold) if at in again else proof
        for at, (group, proof) in enumerate(zip(groups, proofs, strict=True))
    ]
    masks, found = pairs.protect(groups, begun, again)
    for at in again:
        proof = shielded_from(hiding(groups[at], masks[at]), places, threshold)
        found[at] = replace(proof, spent=(*found[at].spent, *proof.spent))
        masks[at] = proof.hidden
    return masks, found


def beside_each_other(
    connection: Connection, proofs: Sequence[Proof], pairs: Pairs, places: Sequence[Place], threshold: int
) -> list[Proof]:
    """With what the groups show of each other, until none of them needs more to be hidden.

    What is hidden more can only tell less of the others, so that what was proved stays proved.
    """
    is_more = True
    while is_more:
        groups = read_groups(connection, places)
        found = [
            shielded_beside(group, places, threshold, proof)
            for group, proof in zip(groups, proofs, strict=True)
        ]
        proofs = [one.proof for one in found]
        _hide_all(connection, groups, proofs)
        is_more = _hide_in_the_way(connection, groups, found)
        if not is_more:
            masks, proofs = pairs.protect(groups, proofs)
            is_more = any(np.any(mask & ~one.hidden) for mask, one in zip(masks, proofs, strict=True))
            _hide_masks(connection, groups, masks)
    return list(proofs)


def pairs_to_prove(
    connection: Connection, groups: Sequence[Population], places: Sequence[Place], threshold: int
) -> Pairs:
    """The counts of which the one is a part of the other."""
    read = columns(connection, "protection/limiting")
    told = zip(read["indicator"].astype(int).tolist(), read["other"].astype(int).tolist(), strict=True)
    return Pairs(pairs_of(groups, list(told)), places, threshold)


def _hide_in_the_way(connection: Connection, groups: Sequence[Population], found: Sequence[Beside]) -> bool:
    """Hide what gives way; whether there was any."""
    standing = {one for beside in found for one in beside.in_the_way}
    wanted = defaultdict[int, list[int]](list)
    for indicator, place in standing:
        wanted[indicator].append(place)
    members = (member for group in groups for member in group.members)
    hide_rows(
        connection,
        [one.row_ids[np.isin(one.places, wanted[one.indicator])] for one in members if wanted[one.indicator]],
    )
    return bool(standing)


def read_groups(connection: Connection, places: Sequence[Place]) -> list[Population]:
    """The groups as `closed_mask` hides them now, with what they show of each other."""
    every = read_figures(connection)
    limits = read_limits(connection, every)
    return [with_limits(group, limits) for group in populations(every, places)]


def _hide_all(connection: Connection, groups: Sequence[Population], proofs: Sequence[Proof]) -> None:
    """Hide every figure of the groups that stands in a hidden place."""
    _hide_masks(connection, groups, [proof.hidden for proof in proofs])


def _hide_masks(connection: Connection, groups: Sequence[Population], masks: Sequence[Mask]) -> None:
    hide_rows(
        connection,
        [
            member.row_ids[mask[member.places]]
            for group, mask in zip(groups, masks, strict=True)
            for member in group.members
        ],
    )
