"""Hides what would give small figures away, and audits the result before anything is served.

What is small is hidden by the rule (`masking`); here follows, per population of cases, what else must be hidden
so that nobody can compute a hidden figure from the shown ones: no outsider, and no partner that knows its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from data.publishing.protection.populations import Population, populations
from data.publishing.protection.reading import places_of, read_figures, read_known, read_places
from data.publishing.protection.shielding import Proof, checked, shielded
from data.publishing.statements import run
from data.store import Connection, rows
from domain.disclosure_cube import Place

Progress = Callable[[str, int, int], None]


class AuditFailed(ValueError):
    """Something hidden could be computed back, so the version must not be served."""


@dataclass(frozen=True)
class Protection:
    """What protection did: figures hidden by the rule and besides, what was proved, and how long that took."""

    small: int
    besides: int
    pairs: int
    seconds: float


def protect_figures(connection: Connection, threshold: int, tell: Progress) -> Protection:
    """Add to `closed_mask` what must be hidden besides; AuditFailed when that is not proved to be enough."""
    start = perf_counter()
    small = _hidden(connection)
    places, figures, known = read_places(connection), read_figures(connection), read_known(connection)
    proofs = []
    groups = populations(figures)
    for done, group in enumerate(groups):
        tell("Beschermen", done, len(groups))
        proofs.append(shielded(group, places_of(group, places, known), threshold))
    tell("Beschermd", len(groups), len(groups))
    for group, proof in zip(groups, proofs, strict=True):
        _hide(connection, group, proof)
    pairs = _audit(connection, [(places_of(group, places, known), proof) for group, proof in zip(groups, proofs, strict=True)], threshold)
    return Protection(small, _hidden(connection) - small, pairs, perf_counter() - start)


def _audit(connection: Connection, proofs: Sequence[tuple[list[Place], Proof]], threshold: int) -> int:
    """How many pairs of a hidden figure and an attacker are proved, by the mask as it is now; all of them are."""
    pairs = 0
    for group, (places, proof) in zip(populations(read_figures(connection)), proofs, strict=True):
        found = checked(group, places, threshold, proof)
        if found.unproved:
            raise AuditFailed(
                "De controle op herleidbaarheid is niet geslaagd: "
                f"{found.unproved} van de {found.pairs} paren van een verborgen cijfer en een lezer zijn niet veilig. "
                "Er is niets gepubliceerd; de versie die er was, blijft staan."
            )
        pairs += found.pairs
    return pairs


def _hidden(connection: Connection) -> int:
    ((count,),) = rows(connection, "SELECT count(*) FROM closed_mask AS m WHERE m.suppressed")
    return int(str(count))


def _hide(connection: Connection, group: Population, proof: Proof) -> None:
    """Hide every figure of the group that stands in a hidden place."""
    hidden = [member.row_ids[proof.hidden[member.places]] for member in group.members]
    connection.register("passing_rows", {"row_id": np.concatenate(hidden)})
    run(connection, "protection/hide")
    connection.unregister("passing_rows")
