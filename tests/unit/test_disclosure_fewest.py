"""The smallest number of figures to hide in a part of a table: it is safe, and none of them could stay."""

from itertools import product

import numpy as np
import pytest

from domain.columns import Mask
from domain.disclosure_attack import bounds
from domain.disclosure_cube import COST_OF_ALL, Place, cube
from domain.disclosure_fewest import Fewest, Part, fewest
from domain.disclosure_ledger import REACH, needs_of
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


def fewest_of(table: Table) -> tuple[Mask, Fewest]:
    primary = (table.sizes > 0) & (table.sizes < REACH)
    net = network(table, range(len(table.relations)), needs_of(table.sizes))
    costs = np.where(table.owners == NOBODY, COST_OF_ALL, 1.0)
    return primary, fewest([Part(net, net.cells)], primary, costs)


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
def test_the_fewest_figures_are_safe_from_everybody_and_none_of_them_can_stay(seed: int) -> None:
    table = of_values(seed)
    primary, found = fewest_of(table)
    assert found.is_exact
    assert is_safe(table, found.hidden)
    for cell in np.flatnonzero(found.hidden & ~primary).tolist():
        fewer = found.hidden.copy()
        fewer[cell] = False
        assert not is_safe(table, fewer)


def test_three_partners_are_the_fewest_where_each_of_two_would_know_the_other() -> None:
    counts = dict.fromkeys(product((None, "P0", "P1", "P2", "P3"), ((), ("s", "a"), ("s", "b"))), 0)
    for partner, (first, second) in {"P0": (4, 40), "P1": (30, 30), "P2": (25, 50), "P3": (35, 20)}.items():
        for who in (None, partner):
            counts[who, ()] += first + second
            counts[who, ("s", "a")] += first
            counts[who, ("s", "b")] += second
    places = [Place(who, YEAR, *split) for who, split in counts]
    table = cube(places, np.array([list(counts.values())], dtype=float))
    _, found = fewest_of(table)
    assert np.count_nonzero(found.hidden) == 6
    assert not found.hidden[table.owners == NOBODY].any()
