"""A status says met or not met only when the whole interval does, and rarely by chance alone."""

import numpy as np
import pytest

from domain.columns import numbers
from domain.false_signals import chances_of_false_alarm, expected_false_alarms
from domain.intervals import proportion_intervals
from domain.status import CriterionKind, Direction, Status, Verdict
from domain.verdict import Criteria, complete, proportion_evidence, statuses, verdict
from domain.visible_difference import smallest_visible_share, smallest_visible_shares

AT_LEAST, AT_MOST, BETWEEN = CriterionKind.AT_LEAST, CriterionKind.AT_MOST, CriterionKind.BETWEEN


def told(
    lower: float, upper: float, kind: CriterionKind, low: float, high: float = float("nan"), n: float = 1000
) -> str:
    criteria = Criteria(np.array([kind], dtype=object), numbers([low]), numbers([high]))
    row = statuses(
        numbers([lower]), numbers([upper]), criteria, denominators=numbers([n]), is_share=np.array([True])
    )
    return str(row[0])


@pytest.mark.parametrize(
    ("lower", "upper", "kind", "expected"),
    [
        (0.5, 0.6, AT_LEAST, Status.MET),
        (0.4, 0.499, AT_LEAST, Status.NOT_MET),
        (0.4, 0.5, AT_LEAST, Status.UNDECIDED),
        (0.4, 0.5, AT_MOST, Status.MET),
        (0.501, 0.6, AT_MOST, Status.NOT_MET),
        (0.5, 0.6, AT_MOST, Status.UNDECIDED),
    ],
)
def test_the_whole_interval_decides_and_touching_counts_for_the_good_side(
    lower: float, upper: float, kind: CriterionKind, expected: Status
) -> None:
    assert told(lower, upper, kind, 0.5) == expected


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (0.3, 0.5, Status.MET),
        (0.31, 0.49, Status.MET),
        (0.1, 0.29, Status.NOT_MET),
        (0.51, 0.6, Status.NOT_MET),
        (0.2, 0.3, Status.UNDECIDED),
        (0.2, 0.6, Status.UNDECIDED),
    ],
)
def test_between_is_met_inside_not_met_outside_and_otherwise_open(
    lower: float, upper: float, expected: Status
) -> None:
    assert told(lower, upper, BETWEEN, 0.3, 0.5) == expected


@pytest.mark.parametrize(("n", "expected"), [(49, Status.UNDECIDED), (50, Status.NOT_MET)])
def test_nothing_is_said_while_fewer_than_five_are_expected(n: int, expected: Status) -> None:
    assert told(0.2, 0.3, AT_MOST, 0.1, n=n) == expected


def test_a_between_up_to_everybody_asks_nothing_of_that_end() -> None:
    assert told(0.7, 0.8, BETWEEN, 0.6, 1.0) == Status.MET


@pytest.mark.parametrize(("lower", "upper"), [(0.7, 0.7), (float("nan"), float("nan"))])
def test_no_interval_or_one_without_width_leaves_it_open(lower: float, upper: float) -> None:
    assert told(lower, upper, AT_LEAST, 0.5) == Status.UNDECIDED


def test_what_comes_before_a_verdict_outranks_it_and_hidden_outranks_all() -> None:
    yes, no = np.array([True] * 4), np.array([False] * 4)
    row = np.array([Status.MET] * 4, dtype=object)
    flags = np.eye(4, dtype=bool)
    completed = complete(
        row, measured=~flags[1], has_criterion=~flags[0], agreed=~flags[2], suppressed=flags[3]
    )
    assert list(completed) == [Status.NO_CRITERION, Status.NOT_MEASURED, Status.NOT_AGREED, Status.SUPPRESSED]
    assert list(complete(row, measured=no, has_criterion=no, agreed=no, suppressed=yes)) == (
        [Status.SUPPRESSED] * 4
    )


def test_without_target_or_interval_the_verdict_says_so() -> None:
    assert verdict(0.1, 0.2, None, Direction.HIGHER) is Verdict.NO_TARGET
    assert verdict(None, None, 0.5, Direction.HIGHER) is Verdict.NOT_ASSESSABLE
    assert proportion_evidence(0, 0, 0.5, Direction.HIGHER).strongest_level == "none"


SIZES, CRITERIA = (column.ravel() for column in np.meshgrid(np.arange(10.0, 401), np.arange(2.0, 96) / 100))


@pytest.mark.parametrize("above", [True, False])
def test_a_partner_exactly_on_its_criterion_is_called_worse_in_at_most_5_percent(above: bool) -> None:
    chances = chances_of_false_alarm(SIZES, CRITERIA, above=above)
    assert chances.max() <= 0.05
    assert chances[chances > 0].mean() < 0.035


def test_without_the_rule_for_small_numbers_it_would_be_called_worse_more_often() -> None:
    assert chances_of_false_alarm(SIZES, CRITERIA, above=True, small_expectation_rule=False).max() > 0.09


@pytest.mark.parametrize("n", [17, 60, 143])
@pytest.mark.parametrize("target", [0.08, 0.37, 0.9])
def test_the_chance_of_a_false_alarm_is_the_sum_over_every_outcome(n: int, target: float) -> None:
    from scipy.stats import binom

    outcomes = np.arange(n + 1.0)
    criteria = Criteria(np.full(n + 1, AT_MOST, dtype=object), np.full(n + 1, target), np.full(n + 1, np.nan))
    interval = proportion_intervals(outcomes, np.full(n + 1, float(n)))
    words = statuses(
        interval.lower,
        interval.upper,
        criteria,
        denominators=np.full(n + 1, float(n)),
        is_share=np.ones(n + 1, dtype=bool),
    )
    by_hand = binom.pmf(outcomes, n, target)[words == Status.NOT_MET].sum()
    assert expected_false_alarms(numbers([n]), numbers([target]), above=True) == pytest.approx(by_hand)


@pytest.mark.parametrize(("n", "percent"), [(12, 50), (30, 36), (60, 29), (120, 25), (240, 22), (400, 20)])
def test_the_smallest_visible_difference_from_15_percent_is_as_agreed(n: int, percent: int) -> None:
    share = smallest_visible_share(n, 0.15, above=True, small_expectation_rule=False)
    assert share is not None
    assert share * 100 == pytest.approx(percent, abs=0.6)


def test_below_a_target_is_the_mirror_of_above() -> None:
    n, targets = np.array([40.0, 90, 300]), np.array([0.2, 0.45, 0.6])
    np.testing.assert_allclose(
        smallest_visible_shares(n, targets, above=True),
        1 - smallest_visible_shares(n, 1 - targets, above=False),
    )


def test_no_difference_shows_where_the_rule_for_small_numbers_is_silent() -> None:
    assert smallest_visible_share(12, 0.15, above=True) is None
    assert smallest_visible_share(3, 0.99, above=True, small_expectation_rule=False) is None


@pytest.mark.parametrize(("n", "target"), [(37, 0.2), (55, 0.93), (120, 0.15)])
def test_one_step_nearer_the_difference_would_show_in_fewer_than_80_percent(n: int, target: float) -> None:
    from scipy.stats import binom

    share = smallest_visible_share(n, target, above=True, small_expectation_rule=False)
    assert share is not None
    outcomes = np.arange(n + 1.0)
    signals = proportion_intervals(outcomes, np.full(n + 1, float(n))).lower > target
    assert binom.pmf(outcomes, n, share)[signals].sum() >= 0.8 - 1e-9
    assert binom.pmf(outcomes, n, share - 0.001)[signals].sum() < 0.8
