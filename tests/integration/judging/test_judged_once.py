"""Every published verdict equals the scalar rules applied to its row, one row at a time."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pytest

from domain.intervals import Interval, Sample, mean_interval, proportion_interval, widening
from domain.path import Waypoint, month_of_year, path, path_status
from domain.period import parse_period
from domain.status import CriterionKind, PathStatus, Status
from domain.visible_difference import smallest_visible_share
from settings import Settings
from tests.integration.judging.conftest import CRITERIA, rows

KINDS = {"≥": CriterionKind.AT_LEAST, "≤": CriterionKind.AT_MOST, "tussen": CriterionKind.BETWEEN}
MEANS = ("tevredenheid", "tevredenheid_kort")
WITHOUT = ("doorlooptijd", "wachttijd", "geleverde_tijd", "geleverd_toegewezen")
Criterion = tuple[CriterionKind, float, float]


def again(row: dict[str, Any], confidence: float = 0.95) -> Interval:
    """The interval of one row."""
    units = max(count or 0 for count in (row["records"], row["denominator"], row["n"]))
    widen = float(widening(np.array([float(units)]), np.array([float(row["clients"])]))[0])
    if row["indicator"] in WITHOUT:
        return Interval(None, None, None)
    if row["indicator"] in MEANS:
        return mean_interval(Sample(row["n"], row["value"], row["sd"]), confidence=confidence, widen=widen)
    return proportion_interval(row["numerator"], row["denominator"], confidence=confidence, widen=widen)


def criterion(row: dict[str, Any]) -> Criterion | None:
    """The criterion at the end of the period; the partner's own goes first."""
    counting = [
        one
        for one in CRITERIA
        if one[0] == row["indicator"]
        and one[4] in (None, row["partner"])
        and one[5] <= row["period_end"] <= (one[6] or date.max)
    ]
    if not counting:
        return None
    _, comparator, low, high, *_ = max(counting, key=lambda one: (one[4] is not None, one[5]))
    share = 1 if row["indicator"] in (*MEANS, *WITHOUT) else 100
    return KINDS[comparator], low / share, (high or 0) / share


def status(row: dict[str, Any], interval: Interval) -> Status:
    norm = criterion(row)
    if norm is None:
        return Status.NO_CRITERION
    kind, low, high = norm
    ends = (low, high) if kind is CriterionKind.BETWEEN else (low,)
    n = row["denominator"]
    is_share = row["indicator"] not in (*MEANS, *WITHOUT)
    if is_share and min(n * part for end in ends for part in (end, 1 - end)) < 5 - 1e-9:
        return Status.UNDECIDED
    if interval.lower is None or interval.upper is None or interval.upper == interval.lower:
        return Status.UNDECIDED
    if kind is CriterionKind.BETWEEN:
        outside = interval.upper < low or interval.lower > high
        return (
            Status.MET
            if low <= interval.lower and interval.upper <= high
            else Status.NOT_MET
            if outside
            else Status.UNDECIDED
        )
    good = interval.lower >= low if kind is CriterionKind.AT_LEAST else interval.upper <= low
    bad = interval.upper < low if kind is CriterionKind.AT_LEAST else interval.lower > low
    return Status.MET if good else Status.NOT_MET if bad else Status.UNDECIDED


def test_every_interval_equals_the_rule_for_its_row(judged: Settings) -> None:
    found = rows(judged, "exact")
    for row in found:
        expected = again(row)
        assert (row["lower"], row["upper"]) == pytest.approx((expected.lower, expected.upper), nan_ok=True), (
            row
        )
    assert len(found) > 10_000


def test_every_status_equals_the_rule_for_its_row(judged: Settings) -> None:
    told: Counter[Status] = Counter()
    for row in rows(judged, "exact"):
        expected = status(row, again(row))
        assert row["status"] == expected, row
        is_decided = expected in (Status.MET, Status.NOT_MET)
        assert row["strong"] == (is_decided and status(row, again(row, 0.998)) == expected), row
        told[expected] += 1
    assert set(told) == {Status.MET, Status.NOT_MET, Status.UNDECIDED, Status.NO_CRITERION}


def test_every_visible_difference_equals_the_rule_for_its_row(judged: Settings) -> None:
    found = [row for row in rows(judged, "exact") if row["indicator"] == "uitval"]
    for row in found:
        norm = criterion(row)
        widen = widening(np.array([row["denominator"]]), np.array([float(row["clients"])]))[0]
        expected = norm and smallest_visible_share(row["denominator"] / widen**2, norm[1], above=True)
        assert row["svd"] == pytest.approx(expected), row
    assert any(row["svd"] is not None for row in found)


def test_every_path_status_equals_the_rule_for_its_row(judged: Settings) -> None:
    line = path(
        Waypoint(month_of_year(2022), 0.40),
        Waypoint(month_of_year(2026), 0.25),
        [Waypoint(month_of_year(2024), 0.30)],
    )
    told: Counter[PathStatus] = Counter()
    for row in rows(judged, "exact", "SELECT * FROM observation WHERE indicator = 'uitval'"):
        middle = parse_period(row["period"]).middle
        at = line.value_at(middle.year * 12 + middle.month - 1)
        expected = (
            PathStatus.NO_TARGET
            if at is None
            else path_status(row["lower"], row["upper"], at=at, final=line.target, side=-1)
        )
        assert row["path"] == expected, row
        told[expected] += 1
    assert len(told) > 3


def test_what_has_no_goal_has_no_target_and_without_a_baseline_only_the_target_counts(
    judged: Settings,
) -> None:
    found = rows(judged, "exact")
    assert {row["path"] for row in found if row["indicator"] == "uitval_client"} == {"no_target"}
    assert {row["path"] for row in found if row["indicator"] == "zonder_hulp_verder"} <= {
        "undecided",
        "reached",
    }
