"""What is equal in some places only is known as such, and tells what it hides."""

import numpy as np
import pytest

from domain.disclosure_columns import WHOLE, Column, Places, followed
from domain.disclosure_slices import same_across, same_at
from domain.period import parse_period

HERE, THERE = np.arange(8), np.arange(8, 16)
"""The places of one partner and of another."""

MONTHS = [parse_period(f"2025-{month:02}") for month in range(1, 9)]


def test_columns_that_are_equal_in_some_places_only_are_known_as_such() -> None:
    numbers = _numbers()
    assert [(same.one, same.other) for same in same_at(numbers, HERE, set())] == [(0, 1)]
    assert not list(same_at(numbers, THERE, set()))
    assert not list(same_at(numbers, HERE, {(0, 1)}))


def test_a_few_numbers_or_small_ones_that_are_equal_may_be_so_by_chance() -> None:
    numbers = _numbers()
    assert not list(same_at(numbers, HERE[:4], set()))
    assert not list(same_at(np.minimum(numbers, 9.0), HERE, set()))


def test_what_one_column_is_in_all_and_another_in_a_part_is_known_as_equal() -> None:
    numbers = _numbers()
    numbers[2, THERE] = numbers[0, HERE]
    assert [(same.one, same.other) for same in same_across(numbers, HERE, THERE)] == [(0, 2), (1, 2)]


@pytest.mark.parametrize("is_shown", [True, False])
def test_what_is_hidden_in_one_column_follows_where_another_shows_it(is_shown: bool) -> None:
    """Of one partner the columns are equal; the other partner's differ."""
    numbers = _numbers()
    places = Places(
        np.repeat([0, 1], 8), np.tile(np.arange(8), 2), np.full(16, WHOLE), np.full(16, WHOLE), MONTHS
    )
    hides, nowhere = np.arange(16) == 3, np.zeros(16, dtype=bool)
    shown = np.isfinite(numbers[:2]) & ~(hides & np.array([[True], [not is_shown]]))
    columns = [Column(numbers[at], shown[at], hides & (at == 0), [numbers[at]], nowhere) for at in range(2)]
    assert followed(columns, places).sum() == int(is_shown)


def _numbers() -> np.ndarray:
    """Three columns of two partners; the first two are equal at the first partner."""
    numbers = np.random.default_rng(2).integers(12, 60, (3, 16)).astype(float)
    numbers[1, HERE] = numbers[0, HERE]
    numbers[:2, 3] = 5.0
    return numbers
