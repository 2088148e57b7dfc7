"""Movement, path, forecast, differences and windows around an action."""

from datetime import date

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW
from statsmodels.tools import add_constant

from domain.before_after import compare_means, compare_shares, windows
from domain.columns import numbers
from domain.control_rules import Rule
from domain.difference import mean_difference, share_difference
from domain.forecast import fan, forecast
from domain.funnel import funnel
from domain.movement import can_compare_quarters, chart_movement, choose_grain, difference_movement
from domain.path import (
    ImpossiblePath,
    TargetKind,
    Waypoint,
    absolute_target,
    good_side,
    middle_month,
    month_of_year,
    path,
    path_status,
)
from domain.period import PeriodKind, parse_period
from domain.process_control import chart, long_gaps
from domain.status import Difference, Direction, FunnelClass, Movement, PathStatus


def test_fewer_than_thirteen_points_show_no_movement() -> None:
    assert chart_movement(chart([1, 9] * 6, Direction.HIGHER)) is Movement.TOO_FEW
    assert chart_movement(chart([], Direction.HIGHER)) is Movement.TOO_FEW


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        (Direction.HIGHER, Movement.IMPROVING),
        (Direction.LOWER, Movement.WORSENING),
        (Direction.NONE, Movement.HIGHER),
    ],
)
def test_the_latest_point_tells_the_movement(direction: Direction, expected: Movement) -> None:
    assert chart_movement(chart([5, 6] * 7 + [30], direction)) is expected


def test_a_break_starts_the_count_of_points_again() -> None:
    assert chart_movement(chart([5, 6] * 10, Direction.HIGHER, breaks=[12])) is Movement.TOO_FEW


def test_nothing_is_bridged_over_more_than_three_missing_months() -> None:
    assert long_gaps([0, 1, 5, 9, 14]) == (4,)
    values, places = [1.0, 2, 1, 2, 9, 10, 9, 10], [0, 1, 2, 3, 8, 9, 10, 11]
    (segment,) = chart(values, Direction.HIGHER, positions=places).segments
    assert segment.mean_range == 1


def test_a_run_does_not_go_on_over_a_long_gap() -> None:
    values = [0.0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9, 9]
    joined = chart(values, Direction.HIGHER)
    parted = chart(values, Direction.HIGHER, positions=[*range(10), *range(20, 24)])
    assert joined.signals.high[Rule.SHIFT][-1]
    assert not parted.signals.high[Rule.SHIFT].any()


def test_the_finest_grain_with_enough_points_and_records_is_chosen() -> None:
    sizes = {PeriodKind.MONTH: [12.0] * 40, PeriodKind.QUARTER: [36.0] * 13, PeriodKind.YEAR: [150.0] * 3}
    assert choose_grain(sizes) is PeriodKind.QUARTER
    assert choose_grain({PeriodKind.MONTH: [30.0] * 12}) is None


def test_quarters_are_compared_only_when_all_eight_are_there() -> None:
    assert can_compare_quarters([None, *[10.0] * 8])
    assert not can_compare_quarters([10.0] * 7)
    assert not can_compare_quarters([10.0, None, *[10.0] * 6])
    assert not can_compare_quarters([2.0] * 8)


@pytest.mark.parametrize(
    ("difference", "direction", "expected"),
    [
        (Difference.HIGHER, Direction.LOWER, Movement.WORSENING),
        (Difference.LOWER, Direction.LOWER, Movement.IMPROVING),
        (Difference.LOWER, Direction.NONE, Movement.LOWER),
        (Difference.UNCLEAR, Direction.HIGHER, Movement.NO_CHANGE),
        (Difference.TOO_LITTLE, Direction.HIGHER, Movement.TOO_FEW),
    ],
)
def test_a_difference_between_years_moves_with_the_direction(
    difference: Difference, direction: Direction, expected: Movement
) -> None:
    assert difference_movement(difference, direction) is expected


def test_newcombe_equals_the_statistics_library() -> None:
    ours = share_difference((56, 70), (48, 80))
    low, high = confint_proportions_2indep(56, 70, 48, 80, compare="diff", method="newcomb")
    assert (ours.lower, ours.upper) == pytest.approx((low, high))


def test_welch_equals_the_statistics_library() -> None:
    random = np.random.default_rng(4)
    later, earlier = random.normal(7, 1, 31), random.normal(6.5, 2, 18)
    ours = mean_difference((31, later.mean(), later.std(ddof=1)), (18, earlier.mean(), earlier.std(ddof=1)))
    compared = CompareMeans(DescrStatsW(later), DescrStatsW(earlier))
    assert (ours.lower, ours.upper) == pytest.approx(compared.tconfint_diff(usevar="unequal"))


def test_the_windows_around_an_action_are_equally_long_and_leave_its_own_quarter_out() -> None:
    around = windows(date(2025, 5, 20), PeriodKind.QUARTER, 2)
    assert [period.code for period in around.before] == ["2024-Q4", "2025-Q1"]
    assert [period.code for period in around.after] == ["2025-Q3", "2025-Q4"]
    assert windows(date(2025, 4, 1), PeriodKind.QUARTER, 1).after[0].code == "2025-Q2"


def test_it_is_too_early_until_the_window_is_full() -> None:
    around = windows(date(2025, 5, 20), PeriodKind.QUARTER, 2)
    assert not around.is_full(date(2025, 12, 30))
    assert around.is_full(date(2025, 12, 31))
    assert compare_shares((10, 100), (50, 100), is_full=False).told is Difference.TOO_EARLY
    assert compare_shares((10, 100), (50, 100), is_full=True).told is Difference.HIGHER
    assert compare_means((40, 7.0, 1.0), (40, 6.0, 1.0), is_full=True).told is Difference.LOWER
    assert compare_means((40, 7.0, 1.0), (1, 6.0, 0.0), is_full=True).told is Difference.TOO_LITTLE


def test_milestones_replace_the_straight_line() -> None:
    agreed = path(Waypoint(0, 10.0), Waypoint(48, 20.0), [Waypoint(12, 18.0), Waypoint(90, 1.0)])
    assert [agreed.value_at(month) for month in (-1, 0, 6, 12, 30, 60)] == [None, 10, 14, 18, 19, 20]


def test_a_target_before_its_baseline_makes_no_path() -> None:
    with pytest.raises(ImpossiblePath):
        path(Waypoint(12, 1.0), Waypoint(12, 2.0))


def test_relative_targets_count_from_the_baseline() -> None:
    assert absolute_target(0.4, 0.15, TargetKind("procent")) == pytest.approx(0.46)
    assert absolute_target(0.4, -0.05, TargetKind("procentpunt")) == pytest.approx(0.35)
    assert absolute_target(0.4, 0.5, TargetKind("waarde")) == 0.5


def test_a_year_means_its_middle_and_a_quarter_its_middle_month() -> None:
    assert month_of_year(2026) - month_of_year(2022) == 48
    assert middle_month(parse_period("2026-Q1")) % 12 == 1


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (0.55, 0.7, PathStatus.ON_PATH),
        (0.5, 0.7, PathStatus.ON_PATH),
        (0.4, 0.49, PathStatus.BEHIND),
        (0.4, 0.5, PathStatus.UNDECIDED),
        (0.8, 0.9, PathStatus.REACHED),
        (None, None, PathStatus.UNDECIDED),
    ],
)
def test_the_path_is_judged_at_both_ends_of_the_interval(
    lower: float | None, upper: float | None, expected: PathStatus
) -> None:
    assert path_status(lower, upper, at=0.5, final=0.8, side=1) is expected


def test_where_lower_is_better_the_path_is_judged_the_other_way() -> None:
    side = good_side(Direction.NONE, 0.3, 0.1)
    assert path_status(0.15, 0.2, at=0.2, final=0.1, side=side) is PathStatus.ON_PATH
    assert path_status(0.21, 0.3, at=0.2, final=0.1, side=side) is PathStatus.BEHIND
    assert path_status(0.05, 0.1, at=None, final=0.1, side=side) is PathStatus.NO_TARGET


def test_the_forecast_equals_the_statistics_library() -> None:
    times, values = np.arange(1.0, 15), np.random.default_rng(2).normal(0.4, 0.05, 14)
    ours = forecast(list(times), list(values), [15, 20])
    fitted = OLS(values, add_constant(times)).fit()
    frame = fitted.get_prediction(add_constant(np.array([15.0, 20.0]))).summary_frame(alpha=0.2)
    assert ours is not None
    np.testing.assert_allclose(ours.lower80, frame["obs_ci_lower"])
    np.testing.assert_allclose(ours.upper80, frame["obs_ci_upper"])


def test_a_forecast_is_shown_from_twelve_points_and_no_further_than_the_history() -> None:
    assert fan(range(11), [0.1 * t for t in range(11)], until=30) is None
    ahead = fan(range(12), [0.4, 0.5] * 6, until=60)
    assert ahead is not None
    assert (ahead.times[0], ahead.times[-1]) == (12, 23)


def test_a_perfect_line_is_marked_as_degenerate() -> None:
    ahead = forecast([1, 2, 3], [2, 4, 6], [4])
    assert ahead is not None
    assert ahead.line.is_degenerate


def test_a_funnel_needs_five_units_and_adjusts_from_ten_on() -> None:
    x, n = numbers([5, 9, 2, 8]), numbers([50, 60, 40, 70])
    assert funnel(x, n) is None
    many = np.tile(numbers([1, 30, 9]), 5)
    drawn = funnel(many, np.full(15, 60.0), adjust=True)
    assert drawn is not None
    assert drawn.is_adjusted
    assert funnel(numbers([0] * 6), numbers([30] * 6)).classes[0] == FunnelClass.WITHIN  # type: ignore[union-attr]
