"""The smallest number of partners to hide in a year: below it nothing is safe, whatever else is hidden."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest

from domain.columns import Mask
from domain.disclosure_attack import bounds
from domain.disclosure_cube import Place, cube
from domain.disclosure_fewest import Conditions, Fewest
from domain.disclosure_layout import layout
from domain.disclosure_ledger import REACH, needs_of
from domain.disclosure_table import NOBODY, Table
from domain.disclosure_whole import Among, Whole, fewest_among, in_one_layer
from domain.period import parse_period

YEAR = parse_period("2024")


def of_values(seed: int) -> tuple[list[Place], Table]:
    """The cases of a year by partner and care form in two layers, some partners small, with all totals."""
    draw = np.random.default_rng(seed)
    counts: dict[Place, np.ndarray] = {}
    for partner, value in product(range(4), range(2)):
        cases = draw.poisson(draw.choice([0.8, 2.5, 8.0]), 2)
        for who, split in product((None, f"P{partner}"), ((), ("hulpvorm", f"v{value}"))):
            place = Place(who, YEAR, *split)
            counts[place] = counts.get(place, np.zeros(2)) + cases
    kept = [place for place in counts if counts[place].any()]
    return kept, cube(kept, np.array([counts[place] for place in kept]).T)


def among_of(places: list[Place], table: Table) -> Among:
    """Among the partners' totals; values may be hidden for nothing, the total of all is shown."""
    is_total = np.array([place.split is None for place in places])
    is_partner = table.owners != NOBODY
    small = (table.sizes > 0) & (table.sizes < REACH) & is_partner
    return Among(is_total & is_partner, ~is_total, small)


def fewest_of(places: list[Place], table: Table, among: Among) -> Fewest:
    whole = Whole(
        table,
        layout(table, places),
        needs_of(table.sizes),
        np.ones(table.sizes.size, dtype=bool),
        np.arange(table.sizes.size),
    )
    return fewest_among([whole], among, among.choice.astype(float), Conditions())


def is_safe(table: Table, among: Among, chosen: Mask) -> bool:
    """By exact bounds of every attacker on everything small and everything chosen."""
    hidden = chosen | among.free
    for attacker, cell in product(range(NOBODY, table.partners), np.flatnonzero(among.primary | chosen)):
        if attacker == NOBODY or table.owners[cell] != attacker:
            found = bounds(table, hidden, int(cell), attacker)
            if found.is_exact or (table.sizes[cell] < REACH and (found.high or REACH) < REACH):
                return False
    return True


def safe_choices(table: Table, among: Among) -> list[int]:
    """The sizes of all safe choices, by trying every one."""
    primary = among.primary & among.choice
    others = np.flatnonzero(among.choice & ~primary)
    sizes = []
    for size in range(others.size + 1):
        for more in combinations(others, size):
            chosen = primary.copy()
            chosen[list(more)] = True
            if is_safe(table, among, chosen):
                sizes.append(int(chosen.sum()))
    return sizes


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 9])
def test_no_safe_choice_hides_fewer_than_the_smallest_number_and_one_hides_so_many(seed: int) -> None:
    places, table = of_values(seed)
    among = among_of(places, table)
    found, together = (fewest_of(places, one, among) for one in (table, in_one_layer(table)))
    assert found.is_exact
    assert int(together.hidden.sum()) <= int(found.hidden.sum()) == min(safe_choices(table, among))


@pytest.mark.parametrize("is_together", [True, False])
def test_what_everybody_knows_to_be_at_most_makes_the_smallest_number_larger(is_together: bool) -> None:
    """A quarter of four clients: what it has more, others have less, and the next quarter takes it back."""
    counts: dict[Place, np.ndarray] = {}
    for number, cases in enumerate([(4, 40), (20, 30), (20, 30), (30, 30)]):
        for at, who in product(range(2), (None, f"P{number}")):
            for code in (f"2024-Q{at + 1}", "2024-H1"):
                place = Place(who, parse_period(code))
                counts[place] = counts.get(place, np.zeros(2)) + np.array([1, cases[at] - 1])
    places = list(counts)
    table = cube(places, np.array(list(counts.values())).T)
    is_half = np.array([place.period.code == "2024-H1" for place in places])
    is_partner = table.owners != NOBODY
    among = Among(is_half & is_partner, ~is_half & is_partner, (table.sizes < REACH) & is_partner)
    is_next = np.array([place.period.code == "2024-Q2" and place.partner != "P0" for place in places])
    limited = replace(table, ceilings=np.where(is_next & is_partner, table.sizes, np.inf))
    found = [fewest_of(places, in_one_layer(one) if is_together else one, among) for one in (table, limited)]
    assert [int(one.hidden.sum()) for one in found] == [0, 3]
