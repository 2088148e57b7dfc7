"""The worked examples of series: where they go, where they should go, and what comes if nothing changes."""

from collections.abc import Iterable
from math import sqrt

from domain import forecast, movement, path, process_control
from domain.control_rules import RUN_LENGTH, WINDOW
from domain.difference import share_difference
from domain.status import Direction
from domain.worked_value import Value, known, listed, points

_SERIES = (22, 19, 23, 20, 18, 21, 24, 20, 19, 22, 18, 21, 17)
"""Thirteen months of a share, in percent."""

_LAST_QUARTER = 15  # months from the baseline in the middle of a year


def movement_values() -> Iterable[Value]:
    """The limits of a control chart, and its warning lines."""
    segment = process_control.chart([one / 100 for one in _SERIES], Direction.LOWER).segments[-1]
    lower, upper = known(segment.lower), known(segment.upper)
    warning = process_control.WARNING_SHARE * (upper - segment.mean)
    yield from (("least", process_control.MIN_POINTS, 0, False), ("n", movement.MIN_MEDIAN_SIZE, 0, False))
    yield from (("run", RUN_LENGTH, 0, False), ("window", WINDOW, 0, False))
    yield from (("beyond", WINDOW - 1, 0, False), ("factor", process_control.RANGE_FACTOR, 2, False))
    yield from (("warning", process_control.WARNING_SHARE, 1, True), ("points", len(_SERIES), 0, False))
    yield ("missing", process_control.MAX_MISSING, 0, False)
    yield from listed("series", _SERIES)
    yield from (("mean", segment.mean, 2, True), ("range", known(segment.mean_range) * 100, 2, False))
    yield from (("lower", lower, 2, True), ("upper", upper, 2, True))
    yield from (("low_line", segment.mean - warning, 2, True), ("high_line", segment.mean + warning, 2, True))


def sizes_values() -> Iterable[Value]:
    """When the numbers behind a series differ too much for one pair of limits."""
    least, most = 50, 120
    assert movement.sizes_vary_strongly([least, most])  # noqa: S101 - or the example shows nothing
    yield from (("ratio", movement.STRONGLY_VARYING, 0, False), ("least", least, 0, False))
    yield from (("most", most, 0, False), ("edge", movement.STRONGLY_VARYING * least, 0, False))


def quarters_values() -> Iterable[Value]:
    """A year beside the year before."""
    found = share_difference((72, 472), (100, 480))
    yield from (("side", movement.QUARTERS_A_SIDE, 0, False), ("least", movement.MIN_SIZE_A_SIDE, 0, False))
    yield from (("x", 72, 0, False), ("n", 472, 0, False), ("x0", 100, 0, False), ("n0", 480, 0, False))
    yield ("difference", known(found.value) * 100, 1, False)
    yield from points(found.lower, found.upper)


def path_values() -> Iterable[Value]:
    """What a path asks on the way."""
    first, last = path.month_of_year(2023), path.month_of_year(2027)
    line = path.path(path.Waypoint(first, 0.24), path.Waypoint(last, 0.12))
    yield from (("baseline", 0.24, 0, True), ("target", 0.12, 0, True))
    yield from (("months", last - first, 0, False), ("month", _LAST_QUARTER, 0, False))
    yield ("value", known(line.value_at(first + _LAST_QUARTER)), 1, True)


def relative_values() -> Iterable[Value]:
    """What a target means that is agreed as a change."""
    baseline, less, points_less = 0.24, 0.25, 0.10
    yield from (("baseline", baseline, 0, True), ("less", less * 100, 0, False))
    yield ("points", points_less * 100, 0, False)
    yield ("percent_target", path.absolute_target(baseline, -less, path.TargetKind.PERCENT), 0, True)
    in_points = path.absolute_target(baseline, -points_less, path.TargetKind.PERCENTAGE_POINT)
    yield ("points_target", in_points, 0, True)


def forecast_values() -> Iterable[Value]:
    """The line through the same months, and the bands of the next one."""
    times = range(1, len(_SERIES) + 1)
    found = forecast.forecast(times, [one / 100 for one in _SERIES], [len(_SERIES) + 1])
    assert found is not None  # noqa: S101 - thirteen points in a row always give a line
    line, ahead = found.line, float(found.times[0])
    reach = sqrt(1 + 1 / line.size + (ahead - line.mean_time) ** 2 / line.squared_times)
    yield from (("narrow", forecast.CONFIDENCE_80, 0, True), ("usual", forecast.CONFIDENCE_95, 0, True))
    yield from (("least", forecast.MIN_POINTS, 0, False), ("points", len(_SERIES), 0, False))
    yield from listed("series", _SERIES)
    yield from (("next", ahead, 0, False), ("intercept", line.intercept, 2, True))
    yield from (("slope", line.slope * 100, 3, False), ("spread", line.residual_sd * 100, 3, False))
    yield from (("freedom", line.size - 2, 0, False), ("reach", reach, 3, False))
    for name, upper in (("t80", found.upper80), ("t95", found.upper95)):
        yield (name, float(upper[0] - found.fit[0]) / (line.residual_sd * reach), 3, False)
    for name in ("fit", "lower80", "upper80", "lower95", "upper95"):
        yield (name, float(getattr(found, name)[0]), 1, True)


def action_values() -> Iterable[Value]:
    """A year after the start of an action beside a year before."""
    found = share_difference((12, 100), (24, 100))
    yield from (("x", 12, 0, False), ("x0", 24, 0, False), ("n", 100, 0, False))
    yield ("difference", known(found.value) * 100, 0, False)
    yield from points(found.lower, found.upper)
