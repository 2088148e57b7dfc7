"""Of each year hardly more figures of partners are hidden than the smallest safe number."""

from collections.abc import Sequence

import numpy as np
import pytest

from data.publishing.protection.choosing import parts_of
from data.publishing.protection.populations import Figures, Population, Sums
from data.publishing.protection.shielding import shielded
from domain.disclosure_choice import Part, choose
from domain.disclosure_cube import COST_OF_ALL, Place, cube
from domain.disclosure_ledger import REACH
from tests.unit.test_disclosure_protection import generated

AT_MOST_MORE = 3
"""Parts on their own can need fewer than together: the sum of their smallest numbers is a lower bound."""


def population_of(counts: np.ndarray) -> Population:
    """One indicator of which every place has a figure, hidden where it is small."""
    sizes = counts.sum(axis=0)
    at = np.arange(sizes.size)
    figures = Figures(0, at, at, (sizes > 0) & (sizes < REACH), {"records": sizes}, {})
    return Population((figures,), (Sums(at, counts, {}),))


def fewest(parts: Sequence[Part], places: Sequence[Place], small: np.ndarray) -> int:
    """The smallest safe number of partners' figures in one part; totals count where they are the part."""
    splits = any(places[at].split for part in parts for at in part.places.tolist())
    counts = np.array([place.partner is not None and bool(place.split) == splits for place in places])
    costs = np.where([place.partner is None for place in places], COST_OF_ALL, counts + 1e-4)
    choice = choose(parts, small, costs)
    assert choice.is_exact
    inside = np.isin(np.arange(len(places)), np.concatenate([part.places for part in parts]))
    return int(np.count_nonzero(choice.hidden & counts & inside))


@pytest.mark.parametrize("seed", [2, 3, 6, 8, 10])
def test_hardly_more_figures_of_partners_are_hidden_than_the_smallest_safe_number(seed: int) -> None:
    places, counts = generated(seed)
    population = population_of(counts)
    small = population.members[0].suppressed
    proof = shielded(population, places, REACH)
    of_partners = np.array([place.partner is not None for place in places])
    parts = parts_of(population.sums, [cube(places, counts)], places, REACH)
    least = sum(
        fewest(members, places, small)
        for members in parts.values()
        if any(places[at].partner for part in members for at in part.places.tolist())
    )
    assert small.any()
    assert np.count_nonzero(proof.hidden & of_partners) <= least + AT_MOST_MORE
