"""Protects the groups of indicators by themselves, and then again beside what they show of each other."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from data.publishing.aggregation import Progress
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.beside import Beside, shielded_beside
from data.publishing.protection.hiding import hide_rows
from data.publishing.protection.populations import Population, populations, with_limits
from data.publishing.protection.reading import read_figures, read_limits
from data.publishing.protection.shielding import Proof, shielded
from data.store import Connection
from domain.disclosure_cube import Place
from domain.disclosure_ledger import InvalidWitness
from domain.disclosure_protection import Unprotectable


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
        try:
            proofs.append(shielded(group, places, threshold))
        except (Unprotectable, InvalidWitness) as error:
            raise AuditFailed("een verborgen cijfer is niet te beschermen") from error
    _hide_all(connection, groups, proofs)
    return proofs


def beside_each_other(
    connection: Connection, proofs: Sequence[Proof], places: Sequence[Place], threshold: int
) -> list[Proof]:
    """With what the groups show of each other, until nothing that one of them shows is in another's way.

    What is hidden more can only tell less of the others, so that what was proved stays proved.
    """
    in_the_way = True
    while in_the_way:
        groups = read_groups(connection, places)
        found = [
            shielded_beside(group, places, threshold, proof)
            for group, proof in zip(groups, proofs, strict=True)
        ]
        proofs = [one.proof for one in found]
        _hide_all(connection, groups, proofs)
        in_the_way = _hide_in_the_way(connection, groups, found)
    return list(proofs)


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
    hide_rows(
        connection,
        [
            member.row_ids[proof.hidden[member.places]]
            for group, proof in zip(groups, proofs, strict=True)
            for member in group.members
        ],
    )
