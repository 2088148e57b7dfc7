"""How many signals chance alone gives: intervals on either side, and the latest point of a control chart."""

import numpy as np
import pytest

from domain.chance import MOVEMENT_SIGNAL_CHANCE, Comparisons, expected_signals
from domain.movement import chart_movement
from domain.process_control import chart
from domain.status import Direction, Movement

SERIES = 1_500


def movements(points: int, *, shares: bool) -> list[Movement]:
    """Of so many series in which nothing ever changes, what the latest point says."""
    rng = np.random.default_rng(20261122)
    size = (SERIES, points)
    drawn = rng.binomial(20, 0.2, size) / 20 if shares else rng.normal(size=size)
    return [chart_movement(chart(one, Direction.HIGHER)) for one in drawn.tolist()]


@pytest.mark.parametrize("shares", [False, True])
@pytest.mark.parametrize("points", [13, 20, 54])
def test_a_series_in_which_nothing_changes_rarely_moves(points: int, shares: bool) -> None:
    told = movements(points, shares=shares)
    sides = [told.count(one) / SERIES for one in (Movement.IMPROVING, Movement.WORSENING)]
    assert sum(sides) <= MOVEMENT_SIGNAL_CHANCE + 0.008  # two standard errors of the simulation
    assert max(sides) <= MOVEMENT_SIGNAL_CHANCE / 2 + 0.006


def test_a_list_of_one_side_only_gets_half_of_what_chance_gives() -> None:
    made = Comparisons(intervals=40, charts=50)
    assert expected_signals(made, one_sided=False) == pytest.approx(40 * 0.05 + 50 * 0.025)
    assert expected_signals(made, one_sided=True) == pytest.approx(1.625)


def test_comparisons_add_up_by_what_they_rest_on() -> None:
    assert Comparisons(2, 1) + Comparisons(charts=1) == Comparisons(2, 2)
    assert Comparisons(2, 2).total == 4
