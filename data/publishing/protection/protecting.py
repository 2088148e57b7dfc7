"""Protects all groups: by themselves, beside what they show of each other, wholes again, and all at once."""

from collections.abc import Sequence

from data.publishing.aggregation import Progress
from data.publishing.protection.again import wholes_again
from data.publishing.protection.at_once import until_nothing_follows
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.hiding import keep_rule
from data.publishing.protection.pairs import Pairs
from data.publishing.protection.populations import Population
from data.publishing.protection.rounds import beside_each_other, by_themselves, pairs_to_prove
from data.publishing.protection.shielding import Proof
from data.store import Connection
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
    """Hide what has to be hidden besides, and return the proofs; AuditFailed where none is to be had.

    The groups are as the rule hides them, and so is `closed_mask`.
    """
    keep_rule(connection)
    try:
        alone = by_themselves(connection, groups, places, threshold, tell)
        pairs = pairs_to_prove(connection, groups, places, threshold)
        proofs = beside_each_other(connection, alone, pairs, places, threshold)
        proofs, pairs = wholes_again(connection, groups, proofs, pairs, places, threshold)
        return until_nothing_follows(connection, proofs, pairs, places, threshold), pairs
    except (Unprotectable, InvalidWitness) as error:
        raise AuditFailed("een verborgen cijfer is niet te beschermen") from error
