"""Answers on single figures and units: intervals, verdicts, funnels."""

from typing import Any

import numpy as np

from domain.columns import Numbers, numbers
from domain.disclosure import Policy, is_hidden
from domain.funnel import (
    Limits,
    Overdispersion,
    additive_limits,
    additive_overdispersion,
    average,
    classify,
    multiplicative_overdispersion,
    ratio_limits,
    share_limits,
)
from domain.intervals import (
    ImpossibleCounts,
    Interval,
    RateMethod,
    Sample,
    mean_interval,
    proportion_interval,
    rate_interval,
    summarise,
    uses_exact_limits,
)
from domain.status import Direction, Verdict
from domain.verdict import proportion_evidence, verdict

NOTHING = Interval(None, None, None)
DIRECTIONS = {
    "higher_is_better": Direction.HIGHER,
    "lower_is_better": Direction.LOWER,
    "neutral": Direction.NONE,
    "increase": Direction.HIGHER,
    "decrease": Direction.LOWER,
}


def proportion(inputs: dict[str, Any]) -> dict[str, Any]:
    try:
        interval = proportion_interval(
            inputs["numerator"], inputs["denominator"], confidence=inputs["confidence"]
        )
    except ImpossibleCounts:
        return {"value": None, "lower": None, "upper": None, "error": True}
    return {**scaled(interval, inputs["multiplier"]), "error": False}


def scaled(interval: Interval, multiplier: float) -> dict[str, Any]:
    limits = {"value": interval.value, "lower": interval.lower, "upper": interval.upper}
    return {name: None if limit is None else limit * multiplier for name, limit in limits.items()}


def mean(inputs: dict[str, Any]) -> dict[str, Any]:
    sample = Sample(**inputs["summary"]) if "summary" in inputs else summarise(inputs["values"])
    interval = mean_interval(sample, confidence=inputs["confidence"])
    return {
        "n": sample.n,
        "mean": interval.value,
        "sd": sample.sd,
        "lower": interval.lower,
        "upper": interval.upper,
    }


def rate(inputs: dict[str, Any]) -> dict[str, Any]:
    method = RateMethod(inputs["force_method"]) if "force_method" in inputs else None
    try:
        interval = rate_interval(
            inputs["events"],
            inputs["denominator"],
            multiplier=inputs["multiplier"],
            confidence=inputs["confidence"],
            method=method,
        )
    except ImpossibleCounts:
        return {"value": None, "lower": None, "upper": None, "method": None, "error": True}
    used = None
    if interval.value is not None:
        is_exact = uses_exact_limits(numbers([inputs["events"]]), method)[0]
        used = RateMethod.EXACT if is_exact else RateMethod.BYAR
    return {**scaled(interval, 1), "method": used, "error": False}


def comparison(inputs: dict[str, Any]) -> dict[str, Any]:
    direction = DIRECTIONS[inputs["direction"]]
    if "numerator" not in inputs:
        return {"verdict": verdict(inputs["lower"], inputs["upper"], inputs["target"], direction)}
    x, n = inputs["numerator"], inputs["denominator"]
    if "min_cell" in inputs:
        policy = Policy(
            "case", inputs["min_cell"], inputs["min_cell"], zero_is_small=True, rounding_base=None
        )
        if is_hidden(policy, clients=n, denominator=n, numerator=x):
            return {"verdict": Verdict.SUPPRESSED}
    evidence = proportion_evidence(x, n, inputs["target"], direction)
    interval = proportion_interval(x, n)
    return {
        "verdict": evidence.at_95,
        "verdict_95": evidence.at_95,
        "verdict_998": evidence.at_998,
        "strongest_level": evidence.strongest_level,
        "lower95": interval.lower,
        "upper95": interval.upper,
    }


def funnel(inputs: dict[str, Any]) -> dict[str, Any]:
    if "expected_counts" in inputs:
        assert inputs["statistic"] == "ratio"
        counts = numbers(inputs["expected_counts"])
        return {"points": limit_rows(ratio_limits(inputs["centre"], counts), "expected", list(counts))}
    if "denominators" in inputs:
        counts = numbers(inputs["denominators"])
        return {"points": limit_rows(share_limits(inputs["centre"], counts), "denominator", list(counts))}
    return units_funnel(inputs)


def units_funnel(inputs: dict[str, Any]) -> dict[str, Any]:
    names = [unit["unit"] for unit in inputs["units"]]
    x = numbers([unit["numerator"] for unit in inputs["units"]])
    n = numbers([unit["denominator"] for unit in inputs["units"]])
    centre = average(x, n) if inputs["centre"] == "average" else float(inputs["centre"])
    assert centre is not None
    values = x / np.where(n > 0, n, np.nan)
    multiplicative = multiplicative_overdispersion(x, n, centre)
    additive = additive_overdispersion(x, n, centre)
    assert multiplicative is not None
    assert additive is not None
    factored = share_limits(centre, n, factor=multiplicative.factor)
    return {
        "average": centre,
        "centre": centre,
        "units": class_rows(names, values, share_limits(centre, n)),
        "overdispersion": {
            "multiplicative": {
                **spread(multiplicative),
                "z_winsorised_10pct": True,
                "limits": class_rows(names, values, factored),
            },
            "additive_arcsine": {
                **spread(additive),
                "tau2": additive.tau2,
                "limits": class_rows(names, values, additive_limits(centre, n, additive.tau2)),
            },
        },
    }


def spread(found: Overdispersion) -> dict[str, Any]:
    return {"phi": found.phi, "phi_unwinsorised": found.phi_of_all, "applied_factor": found.factor}


def class_rows(names: list[str], values: Numbers, limits: Limits) -> list[dict[str, Any]]:
    rows = limit_rows(limits, "unit", names)
    classes = classify(values, limits)
    return [
        {**row, "class": word, "value": None if np.isnan(value) else float(value)}
        for row, word, value in zip(rows, classes, values, strict=True)
    ]


def limit_rows(limits: Limits, key: str, names: list[Any]) -> list[dict[str, Any]]:
    return [
        {key: name, **{level: float(getattr(limits, level)[row]) for level in vars(limits)}}
        for row, name in enumerate(names)
    ]


ANSWERS = {
    ("proportion_intervals", None): (proportion, {"numerator", "denominator", "confidence", "multiplier"}),
    ("mean_intervals", None): (
        mean,
        {"values", "confidence", "summary", "summary.n", "summary.mean", "summary.sd"},
    ),
    ("rate_intervals", None): (rate, {"events", "denominator", "confidence", "multiplier", "force_method"}),
    ("comparison_verdicts", None): (
        comparison,
        {"numerator", "denominator", "target", "direction", "lower", "upper", "min_cell"},
    ),
    ("funnel_limits", None): (
        funnel,
        {
            "units",
            "units.unit",
            "units.numerator",
            "units.denominator",
            "centre",
            "denominators",
            "expected_counts",
            "statistic",
        },
    ),
}
