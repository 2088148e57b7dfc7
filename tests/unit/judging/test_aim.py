"""The aim of a figure in each period, and what may be told of it around a break of the series."""

from datetime import date
from math import isnan, nan

import numpy as np
import pytest

from domain.aim import Aim, Aimed, aim, aimed_statuses
from domain.path import Waypoint, month_of_year
from domain.period import parse_period
from domain.status import PathStatus


def made(*breaks: date, baseline: bool = True, milestones: tuple[tuple[int, float], ...] = ()) -> Aim:
    """From 20 % in 2022 to 12 % in 2026."""
    start = Waypoint(month_of_year(2022), 0.20) if baseline else None
    between = [Waypoint(month_of_year(year), value) for year, value in milestones]
    return aim(start, Waypoint(month_of_year(2026), 0.12), between, side=-1, breaks=breaks)


def told(of: Aim, period: str, lower: float, upper: float) -> PathStatus:
    span = parse_period(period)
    aimed = Aimed(
        np.array([of.value_in(span)]), np.array([of.final_in(span)]), np.array([of.has_begun(span)])
    )
    return PathStatus(aimed_statuses(np.array([lower]), np.array([upper]), aimed, side=of.side)[0])


def test_the_path_is_straight_between_baseline_and_target() -> None:
    assert made().value_in(parse_period("2024")) == pytest.approx(0.16)


def test_milestones_replace_the_straight_line() -> None:
    assert made(milestones=((2024, 0.15),)).value_in(parse_period("2023")) == pytest.approx(0.175)


def test_before_the_baseline_there_is_no_target_yet() -> None:
    assert told(made(), "2021", 0.01, 0.02) is PathStatus.NO_TARGET


@pytest.mark.parametrize(
    ("lower", "upper", "status"),
    [
        (0.05, 0.10, PathStatus.REACHED),
        (0.13, 0.15, PathStatus.ON_PATH),
        (0.15, 0.17, PathStatus.UNDECIDED),
        (0.17, 0.20, PathStatus.BEHIND),
        (nan, nan, PathStatus.UNDECIDED),
    ],
)
def test_an_interval_is_held_against_the_value_of_its_period(
    lower: float, upper: float, status: PathStatus
) -> None:
    assert told(made(), "2024", lower, upper) is status


def test_no_path_runs_across_a_break() -> None:
    broken = made(date(2024, 1, 1))
    assert isnan(broken.value_in(parse_period("2023")))
    assert isnan(broken.value_in(parse_period("2025")))
    assert told(broken, "2025", 0.17, 0.20) is PathStatus.UNDECIDED


def test_after_a_break_the_target_itself_can_still_be_reached() -> None:
    assert told(made(date(2024, 1, 1)), "2025", 0.05, 0.10) is PathStatus.REACHED


def test_before_a_break_the_target_cannot_be_reached() -> None:
    assert told(made(date(2024, 1, 1)), "2023", 0.05, 0.10) is PathStatus.UNDECIDED


def test_a_milestone_after_the_break_makes_a_path_again() -> None:
    broken = made(date(2024, 1, 1), milestones=((2024, 0.16),))
    assert broken.value_in(parse_period("2025")) == pytest.approx(0.14)
    assert isnan(broken.value_in(parse_period("2023")))


def test_a_period_in_which_the_series_breaks_is_held_against_nothing() -> None:
    assert told(made(date(2024, 3, 1)), "2024", 0.05, 0.10) is PathStatus.UNDECIDED


def test_without_a_baseline_only_reaching_the_target_can_be_told() -> None:
    without = made(baseline=False)
    for year in ("2021", "2026"):
        assert told(without, year, 0.05, 0.10) is PathStatus.REACHED
        assert told(without, year, 0.17, 0.20) is PathStatus.UNDECIDED
