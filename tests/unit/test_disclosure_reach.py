"""Many hidden cells at once are tried to move; what does not move far enough is freed at the lowest price."""

import numpy as np
import pytest

from domain.columns import Mask
from domain.disclosure_ledger import Ledger, needs_of
from domain.disclosure_reach import Reach, freed
from domain.disclosure_table import Table, table_of

NAMES = ("total", "small", "large", "other")


def ledger_of(counts: dict[str, int], hidden: tuple[str, ...]) -> Ledger:
    table = table_of(counts, [("total", [name for name in counts if name != "total"])])
    return Ledger(table, np.array([name in hidden for name in counts]), needs_of(table.sizes))


def stuck(ledger: Ledger, mine: Mask | None = None) -> list[str]:
    """What is found by moving many at once, and then one by one."""
    nothing = np.zeros(ledger.hidden.size, dtype=bool)
    mine, reach = nothing if mine is None else mine, Reach(nothing)
    reach.move(ledger, mine)
    return [NAMES[cell] for cell in reach.stuck(ledger, mine)]


def is_owned(table: Table, *names: str) -> Mask:
    return np.isin(np.arange(table.sizes.size), [NAMES.index(name) for name in names])


def test_what_is_hidden_beside_enough_that_is_hidden_moves() -> None:
    assert stuck(ledger_of({"total": 73, "small": 3, "large": 30, "other": 40}, ("small", "large"))) == []


def test_a_small_cell_that_cannot_be_the_threshold_is_stuck_and_what_else_is_hidden_moves() -> None:
    assert stuck(ledger_of({"total": 49, "small": 3, "large": 6, "other": 40}, ("small", "large"))) == [
        "small",
        "large",
    ]
    assert stuck(ledger_of({"total": 52, "small": 3, "large": 9, "other": 40}, ("small", "large"))) == []


def test_who_knows_the_other_one_sees_the_one() -> None:
    ledger = ledger_of({"total": 73, "small": 3, "large": 30, "other": 40}, ("small", "large"))
    assert stuck(ledger, is_owned(ledger.table, "large")) == ["small"]


@pytest.mark.parametrize(
    ("kept", "hides"), [((), "other"), (("other",), "total"), (("other", "total"), None)]
)
def test_a_cell_is_freed_for_the_least_that_may_be_hidden(kept: tuple[str, ...], hides: str | None) -> None:
    ledger = ledger_of({"total": 49, "small": 3, "large": 6, "other": 40}, ("small", "large"))
    ledger.table.costs[:] = [5.0, 1.0, 1.0, 1.0]
    found = freed(ledger, 1, is_owned(ledger.table), is_owned(ledger.table, *kept))
    new = [] if found is None else [NAMES[cell] for cell in found.cells if not ledger.hidden[cell]]
    assert new == ([hides] if hides else [])
    assert (found is None) == (hides is None)


def test_of_two_that_cannot_both_rise_the_one_rises_while_the_other_falls_and_then_the_other() -> None:
    """Only 9 of 'large' can become of another one: enough for 'total' to have one small cell at a time."""
    assert (
        stuck(ledger_of({"total": 18, "small": 3, "large": 6, "other": 9}, ("small", "large", "other"))) == []
    )
