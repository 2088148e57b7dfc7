"""Many hidden cells at once are tried to move; what does not move far enough is freed at the lowest price."""

from dataclasses import replace

import numpy as np
import pytest

from domain.columns import Mask
from domain.disclosure_ledger import Ledger, needs_of
from domain.disclosure_program import Cells, Program
from domain.disclosure_reach import Reach, freed
from domain.disclosure_table import Table, table_of

NONE = np.zeros(3, dtype=np.int64)
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


def test_of_two_of_which_one_rises_as_the_other_falls_the_one_that_comes_nearest_rises() -> None:
    """Asked to rise both they would stay where they are."""
    ledger = ledger_of({"total": 10, "small": 8, "large": 2}, ("small", "large"))
    cells, none = np.array([1, 2]), np.zeros(0, dtype=np.int64)
    program = Program(ledger, cells, np.array([0]), Cells(cells, none))
    assert program.nearest() == pytest.approx(np.array([[0.0, 2.0, -2.0]]))
    assert program.solved(None) == pytest.approx(np.zeros((1, 3)))


def limited(rises: float, falls: int) -> Ledger:
    """A hidden cell of 20 of which it is known how much more and less it can be, beside one that asks not."""
    table = table_of({"total": 50, "small": 30, "large": 20}, [("total", ["small", "large"])])
    floors, ceilings = np.zeros((1, 3), dtype=np.int64), np.full(3, np.inf)
    floors[0, 2], ceilings[2] = 20 - falls, 20 + rises
    asks = np.array([False, False, True])
    return Ledger(replace(table, floors=floors, ceilings=ceilings), np.array([False, True, True]), NONE, asks)


@pytest.mark.parametrize(("rises", "falls", "is_stuck"), [(0.5, 0, True), (1, 0, False), (0, 1, False)])
def test_what_may_be_anything_else_must_be_one_more_or_one_less(
    rises: float, falls: int, is_stuck: bool
) -> None:
    nothing = np.zeros(3, dtype=bool)
    assert Reach(nothing).stuck(limited(rises, falls), nothing).tolist() == ([2] if is_stuck else [])


def test_changes_that_do_not_add_up_move_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Program, "nearest", lambda _: np.array([[0.0, 0.0, 5.0]]))
    nothing = np.zeros(3, dtype=bool)
    assert Reach(nothing).stuck(limited(5, 5), nothing).tolist() == [2]
