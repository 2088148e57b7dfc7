"""What proved one count is tried for another of the same cases: all that fits is used, and nothing else."""

from contextlib import suppress

import numpy as np
import pytest

from data.publishing.protection.lending import borrow
from data.publishing.protection.populations import Population, with_limits
from data.publishing.protection.shielding import small_places
from data.publishing.protection.tables import Count, counts_of
from domain.columns import Mask
from domain.disclosure_ledger import REACH, InvalidWitness, Ledger, Witness
from domain.disclosure_protection import protect_by_exchange, protect_by_program
from domain.period import PeriodKind
from tests.integration.protection.test_proved_together import group_of
from tests.unit.test_disclosure_protection import generated


@pytest.mark.parametrize("seed", [0, 2, 3, 5])
def test_borrowing_proves_what_trying_every_witness_one_by_one_does(seed: int) -> None:
    counts, hidden = protected_counts(seed)
    lenders = [(count, proved(count, hidden)) for count in counts]
    lent = []
    for at, count in enumerate(counts):
        borrowing, trying = count.ledger(hidden), count.ledger(hidden)
        borrow(count, borrowing, lenders[:at])
        one_by_one(count, trying, lenders[:at])
        assert np.array_equal(borrowing.open, trying.open)
        lent.append(len(borrowing.witnesses))
    assert lent[0] == 0
    assert sum(lent) > 0


def protected_counts(seed: int) -> tuple[list[Count], Mask]:
    """Two indicators of the same cases and their parts, the second without half-years, all protected."""
    places, counts = generated(seed)
    layers = np.stack([counts.sum(axis=0), counts[0]])
    is_half = np.array([place.period.kind is PeriodKind.HALF_YEAR for place in places])
    members = (*group_of(0, layers).members, *group_of(1, layers * ~is_half).members)
    group = with_limits(Population(members, ()), {})
    tables = counts_of(group, places, REACH)
    assert len({count.places.size for count in tables}) > 1
    hidden, before = small_places(group, len(places)), -1
    while before < np.count_nonzero(hidden):
        before = int(np.count_nonzero(hidden))
        for count in tables:
            hidden[count.places] |= proved(count, hidden).hidden
    return tables, hidden


def proved(count: Count, hidden: Mask) -> Ledger:
    ledger = count.ledger(hidden)
    protect_by_exchange(ledger, count.layout)
    protect_by_program(ledger, count.layout)
    return ledger


def one_by_one(count: Count, ledger: Ledger, before: list[tuple[Count, Ledger]]) -> None:
    if len(count.table.layers) > 1:
        return
    for at, (other, elsewhere) in enumerate(before):
        part = count.part_of if count.part_of and count.part_of.count == at else None
        for witness in elsewhere.witnesses:
            changes = witness.changes[part.layer] if part else witness.changes.sum(axis=0)
            moved = other.places[witness.cells][changes != 0]
            if np.isin(moved, count.places).all():
                cells = np.searchsorted(count.places, moved)
                with suppress(InvalidWitness):
                    ledger.take(Witness(cells, changes[None, changes != 0]))
