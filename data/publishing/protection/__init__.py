"""Hides what would give small figures away, and audits the result before anything is served.

What is small is hidden by the rule (`masking`); here follows, per population of cases, what else must be
hidden so that nobody can compute a hidden figure from the shown ones: no outsider, and no partner that knows
its own.
"""

from collections.abc import Sequence
from itertools import chain
from time import perf_counter

from data.publishing.aggregation import Progress
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.hiding import hidden_so_far
from data.publishing.protection.pairs import Pairs
from data.publishing.protection.populations import Population, populations
from data.publishing.protection.protecting import protected
from data.publishing.protection.reading import read_figures, read_places
from data.publishing.protection.rounds import read_groups
from data.publishing.protection.shielding import Proof, checked, small_places
from data.publishing.protection.steps import told
from data.store import Connection, rows
from domain.disclosure_cube import Place
from domain.disclosure_ledger import InvalidWitness

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
    proofs, pairs = protected(connection, groups, places, threshold, tell)
    besides = hidden_so_far(connection) - small
    tell(f"Verborgen tegen terugrekenen: {besides} cijfers ({perf_counter() - start:.0f} s), waarvan", 1, 1)
    for line in told([proof.spent for proof in proofs]):
        tell(line, 1, 1)
    start = perf_counter()
    groups = read_groups(connection, places)
    proved = _audit(groups, places, proofs, pairs, threshold)
    tell(
        f"Nagerekend: {proved} paren van een verborgen cijfer en een lezer ({perf_counter() - start:.0f} s)",
        1,
        1,
    )
    return groups


def tell_of_told(connection: Connection, tell: Progress) -> None:
    """Say of how many figures hiding comes too late, because the version before showed them."""
    ((late,),) = rows(connection, _TOLD)
    if late:
        tell(f"Stond in de vorige versie en is nu verborgen: {late} cijfers. {_TOO_LATE}", 1, 1)


def _audit(
    groups: Sequence[Population],
    places: Sequence[Place],
    proofs: Sequence[Proof],
    pairs: Pairs,
    threshold: int,
) -> int:
    """How many pairs of a hidden figure and an attacker are proved, by the mask as it was read just now."""
    masks = [small_places(group, len(places)) for group in groups]
    proved = 0
    try:
        alone = (checked(*one, places, threshold) for one in zip(groups, proofs, strict=True))
        for found in chain(alone, pairs.checked(groups, masks)):
            if found.unproved:
                raise AuditFailed(f"{found.unproved} verborgen cijfers zijn voor een lezer te herleiden")
            proved += found.pairs
    except InvalidWitness as error:
        raise AuditFailed("een bewijs klopt niet") from error
    return proved
