"""Protects the groups of indicators by themselves, and then again beside what they show of each other."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from data.publishing.aggregation import Progress
from data.publishing.protection.beside import Beside, shielded_beside
from data.publishing.protection.hiding import hide_rows
from data.publishing.protection.pairs import Pairs, pairs_of
from data.publishing.protection.populations import Population, populations, with_limits
from data.publishing.protection.reading import read_figures, read_limits
from data.publishing.protection.shielding import Proof, shielded
from data.publishing.statements import columns
from data.store import Connection
from domain.columns import Mask
from domain.disclosure_cube import Place


def by_themselves(
    connection: Connection,
    groups: Sequence[Population],
    places: Sequence[Place],
    threshold: int,
    tell: Progress,
) -> list[Proof]:
    """Protect each group as if nothing else were shown, and hide what that takes."""
    proofs = []
    for done, group in enumerate(groups):
        tell("Beschermen tegen terugrekenen", done, len(groups))
        proofs.append(shielded(group, places, threshold))
    _hide_all(connection, groups, proofs)
    return proofs


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
            hide_masks(connection, groups, masks)
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
    hide_masks(connection, groups, [proof.hidden for proof in proofs])


def hide_masks(connection: Connection, groups: Sequence[Population], masks: Sequence[Mask]) -> None:
    """Hide every figure of the groups that stands in a hidden place."""
    hide_rows(
        connection,
        [
            member.row_ids[mask[member.places]]
            for group, mask in zip(groups, masks, strict=True)
            for member in group.members
        ],
    )
