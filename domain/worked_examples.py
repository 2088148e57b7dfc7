"""Every rule in force with one example each, computed by the rules themselves, so that what explains them
cannot drift from what is done.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from domain import (
    change,
    client_mix,
    disclosure,
    forecast,
    funnel,
    intervals,
    movement,
    path,
    process_control,
)
from domain.chance import SIGNAL_CHANCE, STRONG_SIGNAL_CHANCE, chance_signals
from domain.columns import numbers
from domain.control_rules import RUN_LENGTH
from domain.difference import share_difference
from domain.disclosure import Policy
from domain.intervals import Sample, mean_interval, proportion_interval
from domain.status import Direction
from domain.verdict import SMALLEST_EXPECTATION
from domain.visible_difference import POWER, smallest_visible_mean_difference, smallest_visible_share

Value = tuple[str, float, int, bool]  # name, amount, decimals, whether it is a share
Rule = Callable[[], Iterable[Value]]

_SERIES = (22.0, 19.0, 23.0, 20.0, 18.0, 21.0, 24.0, 20.0, 19.0, 22.0, 18.0, 21.0, 17.0)
_LAST_QUARTER = 15  # months from the baseline in the middle of a year


@dataclass(frozen=True)
class Example:
    """One number of the explanation of one rule."""

    rule: str
    name: str
    amount: float
    decimals: int
    is_share: bool


def examples(policies: Mapping[str, Policy] = disclosure.POLICIES) -> list[Example]:
    """All of them, under these policies; a rule's numbers stand together."""
    protection: Rule = partial(_protection, policies)
    rules = {**RULES, "protection": protection}
    return [Example(rule, *value) for rule, values in rules.items() for value in values()]


def _share() -> Iterable[Value]:
    weak = proportion_interval(22, 120)
    strong = proportion_interval(22, 120, confidence=intervals.CONFIDENCE_998)
    yield from (("x", 22, 0, False), ("n", 120, 0, False), ("z95", intervals.Z95, 6, False))
    yield ("z998", intervals.Z998, 6, False)
    yield from _ends("", weak.lower, weak.upper)
    yield from _ends("998", strong.lower, strong.upper)
    yield ("value", 22 / 120, 1, True)


def _widening() -> Iterable[Value]:
    factor = float(intervals.widening(numbers([150]), numbers([120]))[0])
    wide = proportion_interval(22, 120, widen=factor)
    yield from (("from_ratio", intervals.RECORDS_PER_CLIENT, 1, False), ("factor", factor, 2, False))
    yield from (("records", 150, 0, False), ("clients", 120, 0, False), ("ratio", 150 / 120, 2, False))
    yield from _ends("", wide.lower, wide.upper)


def _mean() -> Iterable[Value]:
    found = mean_interval(Sample(210, 7.4, 1.5))
    yield from (("n", 210, 0, False), ("mean", 7.4, 1, False), ("sd", 1.5, 1, False))
    yield from (("lower", _known(found.lower), 2, False), ("upper", _known(found.upper), 2, False))


def _criterion() -> Iterable[Value]:
    found = proportion_interval(22, 120)
    yield from (("x", 22, 0, False), ("n", 120, 0, False), ("norm", 0.15, 0, True))
    yield from _ends("", found.lower, found.upper)
    yield from (("least", SMALLEST_EXPECTATION, 0, False), ("few", 30, 0, False))
    yield ("few_expected", 30 * 0.15, 1, False)


def _visible() -> Iterable[Value]:
    yield from (("norm", 0.15, 0, True), ("power", POWER, 0, True))
    for n in (60, 120, 240, 400):
        yield (f"at{n}", _known(smallest_visible_share(n, 0.15, above=True)), 0, True)
    found = smallest_visible_mean_difference(numbers([210]), numbers([1.5]))
    yield from (("n", 210, 0, False), ("sd", 1.5, 1, False), ("mean", float(found[0]), 2, False))


def _chance() -> Iterable[Value]:
    yield from (("weak", SIGNAL_CHANCE, 0, True), ("strong", STRONG_SIGNAL_CHANCE, 1, True))
    yield from (("many", 100, 0, False), ("signs", chance_signals(100, strong=False), 1, False))
    yield ("filled", chance_signals(100, strong=True), 1, False)


def _movement() -> Iterable[Value]:
    segment = process_control.chart(_SERIES, Direction.LOWER).segments[-1]
    yield from (("least", process_control.MIN_POINTS, 0, False), ("n", movement.MIN_MEDIAN_SIZE, 0, False))
    yield from (("run", RUN_LENGTH, 0, False), ("factor", process_control.RANGE_FACTOR, 2, False))
    yield ("warning", process_control.WARNING_SHARE, 2, False)
    yield from (("missing", process_control.MAX_MISSING, 0, False), ("points", len(_SERIES), 0, False))
    yield from (("mean", segment.mean, 2, False), ("range", _known(segment.mean_range), 2, False))
    yield from (("lower", _known(segment.lower), 2, False), ("upper", _known(segment.upper), 2, False))


def _quarters() -> Iterable[Value]:
    found = share_difference((72, 472), (100, 480))
    yield from (("side", movement.QUARTERS_A_SIDE, 0, False), ("least", movement.MIN_SIZE_A_SIDE, 0, False))
    yield from (("x", 72, 0, False), ("n", 472, 0, False), ("x0", 100, 0, False), ("n0", 480, 0, False))
    yield ("difference", _known(found.value) * 100, 1, False)
    yield from (
        ("lower", _known(found.lower) * 100, 1, False),
        ("upper", _known(found.upper) * 100, 1, False),
    )


def _path() -> Iterable[Value]:
    first, last = path.month_of_year(2023), path.month_of_year(2027)
    line = path.path(path.Waypoint(first, 0.24), path.Waypoint(last, 0.12))
    yield from (("baseline", 0.24, 0, True), ("target", 0.12, 0, True))
    yield from (("months", last - first, 0, False), ("month", _LAST_QUARTER, 0, False))
    yield ("value", _known(line.value_at(first + _LAST_QUARTER)), 1, True)


def _forecast() -> Iterable[Value]:
    found = forecast.forecast(range(len(_SERIES)), _SERIES, [len(_SERIES)])
    assert found is not None  # noqa: S101 - thirteen points in a row always give a line
    yield from (("least", forecast.MIN_POINTS, 0, False), ("points", len(_SERIES), 0, False))
    for name in ("fit", "lower80", "upper80", "lower95", "upper95"):
        yield (name, float(getattr(found, name)[0]), 1, False)


def _funnel() -> Iterable[Value]:
    limits = funnel.share_limits(0.18, numbers([50]))
    yield from (("centre", 0.18, 0, True), ("n", 50, 0, False), ("least", funnel.MIN_UNITS, 0, False))
    yield ("adjusted", funnel.MIN_UNITS_ADJUSTED, 0, False)
    for name in ("lower95", "upper95", "lower998", "upper998"):
        yield (name, float(getattr(limits, name)[0]), 1, True)


def _action() -> Iterable[Value]:
    found = share_difference((12, 100), (24, 100))
    yield from (("x", 12, 0, False), ("x0", 24, 0, False), ("n", 100, 0, False))
    yield ("difference", _known(found.value) * 100, 0, False)
    yield from (
        ("lower", _known(found.lower) * 100, 1, False),
        ("upper", _known(found.upper) * 100, 1, False),
    )


def _mix() -> Iterable[Value]:
    now, before = {"a": 0.6, "b": 0.25, "c": 0.15}, {"a": 0.48, "b": 0.3}
    moved = client_mix.shift(now, before, unsaid={"c", "d"})
    yield from (("shift", client_mix.NOTABLE_SHIFT, 0, True), ("fall", client_mix.NOTABLE_FALL, 0, True))
    for group in ("a", "b"):
        yield from ((f"before_{group}", before[group], 0, True), (f"now_{group}", now[group], 0, True))
    yield from (("now_hidden", now["c"], 0, True), ("before_rest", 1 - sum(before.values()), 0, True))
    yield ("now_rest", 1 - now["a"] - now["b"], 0, True)
    yield ("moved", _known(moved), 0, True)


def _change() -> Iterable[Value]:
    yield from (("sd", 7.5, 1, False), ("reliability", 0.8, 1, False))
    yield ("least", change.minimal_reliable_change(7.5, 0.8), 2, False)
    yield from (("enough", 10, 0, False), ("short", 9, 0, False))


def _goals() -> Iterable[Value]:
    found = change.goal_attainment([1, 0, 1], [1, 1, 1])
    yield from (("correlation", change.GOAL_CORRELATION, 1, False), ("score", _known(found), 1, False))


def _protection(policies: Mapping[str, Policy]) -> Iterable[Value]:
    for audience, policy in policies.items():
        yield (f"{audience}_clients", policy.min_denominator, 0, False)
        yield (f"{audience}_part", policy.min_part, 0, False)
    yield ("rounding", policies["public"].rounding_base or 1, 0, False)
    least = policies["steering"].min_denominator
    yield from (("hidden", least - 1, 0, False), ("shown", least + 2, 0, False))
    yield ("small", disclosure.SMALL_BELOW, 0, False)


RULES: dict[str, Rule] = {
    "share": _share,
    "widening": _widening,
    "mean": _mean,
    "criterion": _criterion,
    "visible": _visible,
    "chance": _chance,
    "movement": _movement,
    "quarters": _quarters,
    "path": _path,
    "forecast": _forecast,
    "funnel": _funnel,
    "action": _action,
    "mix": _mix,
    "change": _change,
    "goals": _goals,
    "protection": partial(_protection, disclosure.POLICIES),
}
"""The rules in the order in which they are explained."""


def _ends(name: str, lower: float | None, upper: float | None) -> Iterable[Value]:
    return (f"lower{name}", _known(lower), 1, True), (f"upper{name}", _known(upper), 1, True)


def _known(amount: float | None) -> float:
    return float(np.nan if amount is None else amount)
