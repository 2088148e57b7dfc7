"""What is hidden besides small figures is chosen alike each time, and knows who made up a figure alone."""

import numpy as np
import pytest

from bench.fewest import gaps, report
from bench.joined import Published
from data.publishing.protection.figures import Figures, Own
from data.publishing.protection.populations import Population
from data.publishing.protection.shielding import shielded
from data.publishing.protection.sums import OwnLayers, Sums
from data.publishing.protection.tables import placed
from domain.disclosure_cube import Place
from domain.disclosure_ledger import REACH
from domain.period import parse_period
from tests.unit.test_disclosure_protection import generated


def test_who_made_up_a_year_alone_knows_its_halves_too() -> None:
    care = ("hulpvorm", "12")
    codes = ("2026", "2026-H1", "2025-H1")
    places = [Place(None, parse_period(code), *care) for code in codes] + [Place("P03", parse_period("2026"))]
    at = np.arange(len(places))
    sums = Sums(at, np.full((1, at.size), 11.0), {0: "P03"}, {}, nothing_own(1), np.ones_like(at))
    assert [place.known_to for place in placed(sums, places)] == ["P03", "P03", None, None]


def test_choosing_twice_hides_the_same_figures_with_the_same_proof() -> None:
    places, counts = generated(3)
    first, second = (shielded(population_of(counts), places, REACH) for _ in range(2))
    assert first.hidden.any()
    assert np.array_equal(first.hidden, second.hidden)
    for mine, yours in zip(first.witnesses[0], second.witnesses[0], strict=True):
        assert np.array_equal(mine.cells, yours.cells)
        assert np.array_equal(mine.changes, yours.changes)


@pytest.mark.parametrize("seed", [2, 3, 6])
def test_what_is_hidden_of_a_year_is_held_beside_the_smallest_safe_number(seed: int) -> None:
    places, counts = generated(seed)
    group = population_of(counts)
    hidden = shielded(group, places, REACH).hidden
    (found,) = gaps(Published([group], [hidden]), places, REACH)
    assert found.small <= found.fewest <= found.hidden
    assert report([found]).startswith(f"group 0 in 2024: {found.small} small, {found.fewest} at least")


def population_of(counts: np.ndarray) -> Population:
    """One indicator of which every place has a figure, hidden where it is small."""
    sizes = counts.sum(axis=0)
    at = np.arange(sizes.size)
    own = Own(np.zeros(0, dtype=np.int64), {"clients": np.zeros(0)}, np.zeros(0, dtype=np.int64))
    is_small, told = (sizes > 0) & (sizes < REACH), np.zeros(at.size, dtype=bool)
    figures = Figures(0, at, at, is_small, {"clients": sizes}, {}, {}, own, told, np.ones_like(at))
    return Population((figures,), (Sums(at, counts, {}, {}, nothing_own(len(counts)), np.ones_like(at)),))


def nothing_own(layers: int) -> OwnLayers:
    return OwnLayers(np.zeros(0, dtype=np.int64), np.zeros((layers, 0)), np.zeros(0, dtype=np.int64))
