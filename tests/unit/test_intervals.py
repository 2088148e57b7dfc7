"""Intervals equal those of the statistics library, hold at the edges, and widen with dependence."""

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from domain.columns import numbers
from domain.intervals import (
    ImpossibleCounts,
    Sample,
    mean_interval,
    proportion_interval,
    proportion_intervals,
    rate_interval,
    summarise,
    widening,
    z_of,
)


def test_the_wilson_interval_equals_that_of_the_statistics_library() -> None:
    n = np.repeat(np.arange(1.0, 60), 4)
    x = np.floor(n * np.tile([0.0, 0.2, 0.7, 1.0], 59))
    ours = proportion_intervals(x, n)
    lower, upper = proportion_confint(x, n, method="wilson")
    np.testing.assert_allclose(ours.lower, lower, atol=1e-12)
    np.testing.assert_allclose(ours.upper, upper, atol=1e-12)


@pytest.mark.parametrize("n", [1, 7, 60, 100_000])
def test_nobody_gives_exactly_0_below_and_everybody_exactly_1_above(n: int) -> None:
    assert proportion_interval(0, n).lower == 0
    assert proportion_interval(n, n).upper == 1


@pytest.mark.parametrize(("x", "n"), [(-1, 10), (11, 10), (1, 0), (1, -2)])
def test_impossible_counts_are_refused(x: int, n: int) -> None:
    with pytest.raises(ImpossibleCounts):
        proportion_interval(x, n)


def test_half_widths_grow_only_above_1_point_1_records_a_client() -> None:
    factors = widening(numbers([110, 111, 200, 5, 0]), numbers([100, 100, 100, 0, 0]))
    np.testing.assert_allclose(factors, [1, np.sqrt(1.11), np.sqrt(2), 1, 1])


def test_a_widened_interval_keeps_its_centre_and_stays_a_share() -> None:
    plain, wide = proportion_interval(50, 100), proportion_interval(50, 100, widen=2.0)
    assert plain.lower is not None
    assert plain.upper is not None
    assert wide.lower == pytest.approx(0.5 - 2 * (0.5 - plain.lower))
    assert proportion_interval(1, 20, widen=9.0).lower == 0


def test_one_value_has_a_mean_but_no_interval() -> None:
    interval = mean_interval(summarise([None, 4.2]))
    assert (interval.value, interval.lower, interval.upper) == (4.2, None, None)


def test_equal_values_have_an_interval_of_zero_width() -> None:
    interval = mean_interval(Sample(12, 7.0, 0.0))
    assert interval.lower == interval.upper == 7.0


def test_a_rate_without_denominator_has_nothing() -> None:
    assert rate_interval(3, 0).value is None


def test_other_confidences_have_their_own_quantile() -> None:
    assert z_of(0.8) == pytest.approx(1.2815515655446004)
