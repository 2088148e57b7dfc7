"""The choice of what to hide besides small figures: safe from everybody, and with nothing that could stay."""

from itertools import product

import numpy as np
import pytest

from domain.columns import Mask
from domain.disclosure_attack import bounds
from domain.disclosure_choice import Chosen, Part, choose, prove_by_flows
from domain.disclosure_cube import COST_OF_ALL, Place, cube
from domain.disclosure_ledger import REACH, Ledger, needs_of
from domain.disclosure_network import network
from domain.disclosure_table import NOBODY, Table
from domain.period import parse_period

YEAR = parse_period("2024")


def of_values(seed: int, partners: int = 4, values: int = 3) -> Table:
    """The cases of a year by partner and care form, with all totals."""
    draw = np.random.default_rng(seed)
    counts: dict[Place, int] = {}
    for partner, value in product(range(partners), range(values)):
        cases = int(draw.poisson(draw.choice([4.0, 15.0, 40.0])))
        for who, split in product((None, f"P{partner}"), ((), ("hulpvorm", f"v{value}"))):
            place = Place(who, YEAR, *split)
            counts[place] = counts.get(place, 0) + cases
    kept = {place: count for place, count in counts.items() if count}
    return cube(list(kept), np.array([list(kept.values())], dtype=float))


def chosen_in(table: Table) -> tuple[Part, Mask, Chosen]:
    primary = (table.sizes > 0) & (table.sizes < REACH)
    net = network(table, range(len(table.relations)), needs_of(table.sizes))
    part = Part(net, net.cells)
    costs = np.where(table.owners == NOBODY, COST_OF_ALL, 1.0)
    return part, primary, choose([part], primary, costs)


def is_safe(table: Table, hidden: Mask) -> bool:
    """Whether exact bounds of every attacker on every hidden cell keep to the rule."""
    for attacker, cell in product(range(NOBODY, table.partners), np.flatnonzero(hidden).tolist()):
        if attacker == NOBODY or table.owners[cell] != attacker:
            found = bounds(table, hidden, cell, attacker)
            reaches = found.high is None or found.high >= REACH
            if found.is_exact or not reaches:
                return False
    return True


@pytest.mark.parametrize("seed", range(4))
def test_what_is_chosen_is_safe_from_everybody_and_none_of_it_can_stay_visible(seed: int) -> None:
    table = of_values(seed)
    _, primary, choice = chosen_in(table)
    assert choice.is_exact
    assert is_safe(table, choice.hidden)
    for cell in np.flatnonzero(choice.hidden & ~primary).tolist():
        fewer = choice.hidden.copy()
        fewer[cell] = False
        assert not is_safe(table, fewer)


def test_no_total_is_hidden_where_figures_of_partners_will_do() -> None:
    counts = {
        Place(partner, YEAR, *split): 0
        for partner in (None, "P0", "P1", "P2", "P3")
        for split in ((), ("s", "a"), ("s", "b"))
    }
    for partner, (first, second) in {"P0": (4, 40), "P1": (30, 30), "P2": (25, 50), "P3": (35, 20)}.items():
        for who in (None, partner):
            counts[Place(who, YEAR)] += first + second
            counts[Place(who, YEAR, "s", "a")] += first
            counts[Place(who, YEAR, "s", "b")] += second
    table = cube(list(counts), np.array([list(counts.values())], dtype=float))
    _, _, choice = chosen_in(table)
    assert np.count_nonzero(choice.hidden) == 6  # three partners, as each of two would know the other
    assert not choice.hidden[table.owners == NOBODY].any()


def test_what_flows_is_a_witness_that_the_ledger_accepts() -> None:
    table = of_values(1)
    part, _, choice = chosen_in(table)
    ledger = Ledger(table, choice.hidden, needs_of(table.sizes))
    prove_by_flows(ledger, [part], {})
    assert ledger.witnesses
    assert not ledger.open_cells().size
