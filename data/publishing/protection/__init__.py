"""Hides what would give small figures away, and audits the result before anything is served.

What is small is hidden by the rule (`masking`); here follows, per population of cases, what else must be
hidden so that nobody can compute a hidden figure from the shown ones: no outsider, and no partner that knows
its own.
"""

from collections import defaultdict
from collections.abc import Sequence
from time import perf_counter

import numpy as np

from data.publishing.aggregation import Progress
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.beside import Beside, shielded_beside
from data.publishing.protection.hiding import hidden_so_far, hide_rows
from data.publishing.protection.populations import Population, populations
from data.publishing.protection.reading import read_figures, read_places, with_limits
from data.publishing.protection.shielding import Proof, checked, shielded
from data.publishing.protection.steps import told
from data.store import Connection, rows
from domain.disclosure_cube import Place
from domain.disclosure_ledger import InvalidWitness
from domain.disclosure_protection import Unprotectable

_TOLD = """
    SELECT count(*) FROM told_before AS t
    INNER JOIN closed_mask AS m ON t.row_id = m.row_id
    WHERE m.suppressed
"""
_TOO_LATE = "Wie beide versies bewaarde, kan daar iets verborgens uit afleiden."


def protect_figures(connection: Connection, threshold: int, tell: Progress) -> list[Population]:
    """Add to `closed_mask` what must be hidden besides; AuditFailed when that is not proved to be enough.

    Returns the groups of indicators that share one mask, with what is hidden of them.
    """
    small = hidden_so_far(connection)
    start = perf_counter()
    places = read_places(connection)
    groups = populations(read_figures(connection), places)
    proofs = _shield(groups, places, threshold, tell)
    _hide_all(connection, groups, proofs)
    proofs = _shield_beside(connection, proofs, places, threshold)
    besides = hidden_so_far(connection) - small
    _tell_of_told(connection, tell)
    tell(f"Verborgen tegen terugrekenen: {besides} cijfers ({perf_counter() - start:.0f} s), waarvan", 1, 1)
    for line in told([proof.spent for proof in proofs]):
        tell(line, 1, 1)
    start = perf_counter()
    groups = populations(with_limits(connection, read_figures(connection)), places)
    pairs = _audit(groups, places, proofs, threshold)
    tell(
        f"Nagerekend: {pairs} paren van een verborgen cijfer en een lezer ({perf_counter() - start:.0f} s)",
        1,
        1,
    )
    return groups


def _tell_of_told(connection: Connection, tell: Progress) -> None:
    """Say of how many figures hiding comes too late, because the version before showed them."""
    ((late,),) = rows(connection, _TOLD)
    if late:
        tell(f"Stond in de vorige versie en is nu verborgen: {late} cijfers. {_TOO_LATE}", 1, 1)


def _shield(
    groups: Sequence[Population], places: Sequence[Place], threshold: int, tell: Progress
) -> list[Proof]:
    proofs = []
    for done, group in enumerate(groups):
        tell("Beschermen tegen terugrekenen", done, len(groups))
        try:
            proofs.append(shielded(group, places, threshold))
        except (Unprotectable, InvalidWitness) as error:
            raise AuditFailed("een verborgen cijfer is niet te beschermen") from error
    return proofs


def _shield_beside(
    connection: Connection, proofs: Sequence[Proof], places: Sequence[Place], threshold: int
) -> list[Proof]:
    """With what the groups show of each other, until nothing that one of them shows is in another's way.

    What is hidden more can only tell less of the others, so that what was proved stays proved.
    """
    in_the_way = True
    while in_the_way:
        groups = populations(with_limits(connection, read_figures(connection)), places)
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


def _audit(
    groups: Sequence[Population], places: Sequence[Place], proofs: Sequence[Proof], threshold: int
) -> int:
    """How many pairs of a hidden figure and an attacker are proved, by the mask as it was read just now."""
    pairs = 0
    for group, proof in zip(groups, proofs, strict=True):
        try:
            found = checked(group, places, threshold, proof)
        except InvalidWitness as error:
            raise AuditFailed("een bewijs klopt niet") from error
        if found.unproved:
            raise AuditFailed(f"{found.unproved} verborgen cijfers zijn voor een lezer te herleiden")
        pairs += found.pairs
    return pairs


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
