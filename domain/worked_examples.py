"""Every rule in force with one example each, computed by the rules themselves, so that what explains them
cannot drift from what is done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from domain import change, disclosure, intervals, worked_partners, worked_protection, worked_series
from domain.chance import MOVEMENT_SIGNAL_CHANCE, SIGNAL_CHANCE, STRONG_SIGNAL_CHANCE, chance_signals
from domain.columns import numbers
from domain.disclosure import Policy
from domain.intervals import Sample, mean_interval, proportion_interval
from domain.verdict import SMALLEST_EXPECTATION
from domain.visible_difference import POWER, STEP, smallest_visible_mean_difference, smallest_visible_share
from domain.worked_value import Rule, Value, edge, ends, known, levels, listed


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
    rules = {**RULES, **_protected(policies)}
    return [Example(rule, *value) for rule, values in rules.items() for value in values()]


def _share() -> Iterable[Value]:
    yield from levels()
    weak = proportion_interval(22, 120)
    strong = proportion_interval(22, 120, confidence=intervals.CONFIDENCE_998)
    yield from (("x", 22, 0, False), ("n", 120, 0, False), ("z95", intervals.Z95, 6, False))
    yield ("z998", intervals.Z998, 6, False)
    yield from ends("", weak.lower, weak.upper)
    yield from ends("998", strong.lower, strong.upper)
    yield ("value", 22 / 120, 1, True)


def _widening() -> Iterable[Value]:
    factor = float(intervals.widening(numbers([150]), numbers([120]))[0])
    wide = proportion_interval(22, 120, widen=factor)
    yield from (("from_ratio", intervals.RECORDS_PER_CLIENT, 1, False), ("factor", factor, 2, False))
    yield from (("records", 150, 0, False), ("clients", 120, 0, False), ("ratio", 150 / 120, 2, False))
    yield from (("x", 22, 0, False), ("n", 120, 0, False))
    yield from ends("", wide.lower, wide.upper)


def _mean() -> Iterable[Value]:
    yield from edge()
    found = mean_interval(Sample(210, 7.4, 1.5))
    yield from (("n", 210, 0, False), ("mean", 7.4, 1, False), ("sd", 1.5, 1, False))
    yield from (("lower", known(found.lower), 2, False), ("upper", known(found.upper), 2, False))


def _criterion() -> Iterable[Value]:
    yield from levels()
    found = proportion_interval(22, 120)
    yield from (("x", 22, 0, False), ("n", 120, 0, False), ("norm", 0.15, 0, True))
    yield from ends("", found.lower, found.upper)
    yield from (("least", SMALLEST_EXPECTATION, 0, False), ("few", 30, 0, False))
    yield ("few_expected", 30 * 0.15, 1, False)


def _visible() -> Iterable[Value]:
    sizes = (60, 120, 240, 400)
    yield from (("norm", 0.15, 0, True), ("power", POWER, 0, True), ("step", STEP * 100, 1, False))
    yield from listed("size", sizes)
    for place, n in enumerate(sizes, start=1):
        yield (f"at_{place}", known(smallest_visible_share(n, 0.15, above=True)), 0, True)
    yield from edge()
    found = smallest_visible_mean_difference(numbers([210]), numbers([1.5]))
    yield from (("n", 210, 0, False), ("sd", 1.5, 1, False), ("mean", float(found[0]), 2, False))


def _chance() -> Iterable[Value]:
    yield from (("weak", SIGNAL_CHANCE, 0, True), ("strong", STRONG_SIGNAL_CHANCE, 1, True))
    yield from (("many", 100, 0, False), ("signs", chance_signals(100, strong=False), 1, False))
    yield from (
        ("filled", chance_signals(100, strong=True), 1, False),
        ("moving", MOVEMENT_SIGNAL_CHANCE, 1, True),
    )


def _change() -> Iterable[Value]:
    yield from (("sd", 7.5, 1, False), ("reliability", 0.8, 1, False))
    yield ("least", change.minimal_reliable_change(7.5, 0.8), 2, False)
    yield from (("z95", intervals.Z95, 6, False), ("enough", 10, 0, False), ("short", 9, 0, False))


def _goals() -> Iterable[Value]:
    scores = (1, 0, 1)
    found = change.goal_attainment(scores, [1] * len(scores))
    lowest, highest = change.GOAL_SCORES
    yield from (("lowest", lowest, 0, False), ("highest", highest, 0, False))
    yield from (("middle", change.GOAL_MEAN, 0, False), ("scale", change.GOAL_SD, 0, False))
    yield ("goals", len(scores), 0, False)
    yield from listed("series", scores)
    yield from (("correlation", change.GOAL_CORRELATION, 1, False), ("score", known(found), 1, False))


def _protected(policies: Mapping[str, Policy]) -> dict[str, Rule]:
    """The rules about small groups, under these policies."""
    return {
        "protection": partial(worked_protection.protection_values, policies),
        "complement": partial(worked_protection.complement_values, policies),
        "released": worked_protection.released_values,
        "rounding": partial(worked_protection.rounding_values, policies),
    }


RULES: dict[str, Rule] = {
    "share": _share,
    "widening": _widening,
    "mean": _mean,
    "criterion": _criterion,
    "visible": _visible,
    "chance": _chance,
    "movement": worked_series.movement_values,
    "sizes": worked_series.sizes_values,
    "quarters": worked_series.quarters_values,
    "path": worked_series.path_values,
    "relative": worked_series.relative_values,
    "forecast": worked_series.forecast_values,
    "funnel": worked_partners.funnel_values,
    "spread": worked_partners.spread_values,
    "unnamed": worked_partners.unnamed_values,
    "action": worked_series.action_values,
    "mix": worked_partners.mix_values,
    "change": _change,
    "goals": _goals,
    **_protected(disclosure.POLICIES),
}
"""The rules in the order in which they are explained."""
