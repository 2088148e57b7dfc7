"""Answers on series in time: control charts, their rules one by one, paths and forecasts."""

from datetime import date
from typing import Any

import numpy as np

from domain.columns import Mask, numbers
from domain.control_rules import Rule, astronomical, shift, trend, two_of_three
from domain.forecast import forecast
from domain.path import Path, Waypoint, month_of, path
from domain.process_control import Assurance, Chart, Segment, assurance, chart
from tests.spec.answers_figures import DIRECTIONS

SIDES = {
    Rule.ASTRONOMICAL: ("astronomical_high", "astronomical_low"),
    Rule.SHIFT: ("shift{}_high", "shift{}_low"),
    Rule.TREND: ("trend{}_up", "trend{}_down"),
    Rule.TWO_OF_THREE: ("two_of_three_high", "two_of_three_low"),
}
RUN_RULES = {Rule.SHIFT, Rule.TREND}
LIMIT_NAMES = {"mean": "mean", "mean_mr": "mean_range", "lpl": "lower", "upl": "upper"}


def series(inputs: dict[str, Any]) -> dict[str, Any]:
    used = [index for index, value in enumerate(inputs["values"]) if value is not None]
    direction = DIRECTIONS[inputs["improvement_direction"]]
    drawn, six = (
        chart(
            [inputs["values"][index] for index in used],
            direction,
            breaks=inputs.get("rebase_at_index") or (),
            baseline=inputs.get("baseline_first_n"),
            positions=used,
            shift_length=length,
            trend_length=length,
        )
        for length in (7, 6)
    )
    last = drawn.segments[-1] if drawn.segments else None
    return {
        "segments": [segment_row(segment) for segment in drawn.segments],
        "rules": rule_rows(drawn, 7, set(Rule)),
        "rules_with_6": rule_rows(six, 6, RUN_RULES),
        "point_type": list(drawn.types),
        "variation_latest": drawn.variation,
        "assurance": assurance(last, inputs["target"], direction),
        "enough_points": "ok" if drawn.has_enough_points else "too_few_points",
        "points_used": used,
        "point_type_of_used_points": list(drawn.types),
    }


def segment_row(segment: Segment) -> dict[str, Any]:
    limits = {name: getattr(segment, field) for name, field in LIMIT_NAMES.items()}
    return {"start": segment.start, "end": segment.end, "n": segment.size, **limits}


def rule_rows(drawn: Chart, length: int, rules: set[Rule]) -> dict[str, list[int]]:
    rows = {}
    for rule in rules:
        high, low = (name.format(length) for name in SIDES[rule])
        rows[high] = [int(index) for index in np.flatnonzero(drawn.signals.high[rule])]
        rows[low] = [int(index) for index in np.flatnonzero(drawn.signals.low[rule])]
    return rows


def astronomical_rule(inputs: dict[str, Any]) -> list[str]:
    return worded(*astronomical(*(numbers(inputs[name]) for name in ("values", "lower", "upper"))))


def shift_rule(inputs: dict[str, Any]) -> list[str]:
    side = np.sign(numbers(inputs["values"]) - numbers(inputs["centre"]))
    return worded(*shift(side, inputs["n"]))


def shift_sides_rule(inputs: dict[str, Any]) -> list[int]:
    high, low = shift(numbers(inputs["side_of_mean"]), inputs["n"])
    return [int(up) - int(down) for up, down in zip(high, low, strict=True)]


def trend_rule(inputs: dict[str, Any]) -> list[str]:
    return worded(*trend(numbers(inputs["values"]), inputs["points"]))


def two_of_three_rule(inputs: dict[str, Any]) -> list[int]:
    beyond = np.array(inputs["beyond_two_thirds"], dtype=bool)
    return [int(member) for member in two_of_three(beyond, numbers(inputs["side_of_mean"]))]


def assurance_rule(inputs: dict[str, Any]) -> Assurance | None:
    lower, upper = (
        (inputs["segments"][-1][name] if "segments" in inputs else inputs[name]) for name in ("lpl", "upl")
    )
    last = Segment(0, 0, (lower + upper) / 2, None, lower, upper)
    return assurance(last, inputs["target"], DIRECTIONS[inputs["improvement_direction"]])


def worded(high: Mask, low: Mask) -> list[str]:
    return ["upper" if up else "lower" if down else "none" for up, down in zip(high, low, strict=True)]


def trajectory(inputs: dict[str, Any]) -> dict[str, Any]:
    agreed = path(Waypoint(**inputs["baseline"]), Waypoint(**inputs["target"]))
    points = [{"month": month, "value": agreed.value_at(month)} for month in inputs["at_months"]]
    return {"points": points, "slope_per_month": agreed.slope}


def trajectory_dates(inputs: dict[str, Any]) -> dict[str, Any]:
    agreed = Path(tuple(dated(inputs[end]) for end in ("baseline", "target")))
    return {
        "points": [
            {"date": day, "value_by_month": agreed.value_at(month_of(date.fromisoformat(day)))}
            for day in inputs["at"]
        ],
        "slope_per_month": agreed.slope,
    }


def dated(end: dict[str, Any]) -> Waypoint:
    return Waypoint(month_of(date.fromisoformat(end["date"])), end["value"])


def prediction(inputs: dict[str, Any]) -> dict[str, Any]:
    found = forecast(inputs["t"], inputs["y"], inputs["predict_at"])
    if found is None:
        return {"points": None, "status": "not_computable"}
    columns = ("fit", "lower95", "upper95", "lower80", "upper80")
    points = [
        {"t": time, **{name: float(getattr(found, name)[row]) for name in columns}}
        for row, time in enumerate(inputs["predict_at"])
    ]
    line = found.line
    return {
        "intercept": line.intercept,
        "slope": line.slope,
        "residual_sd": line.residual_sd,
        "points": points,
        "status": "ok",
    }


ENDS = {"baseline", "target", "baseline.value", "target.value"}
ANSWERS = {
    ("spc_series", None): (
        series,
        {"values", "improvement_direction", "target", "rebase_at_index", "baseline_first_n"},
    ),
    ("spc_rule_units", "astronomical"): (astronomical_rule, {"rule", "values", "lower", "upper"}),
    ("spc_rule_units", "shift"): (shift_rule, {"rule", "n", "values", "centre"}),
    ("spc_rule_units", "shift_sides"): (shift_sides_rule, {"rule", "n", "side_of_mean"}),
    ("spc_rule_units", "trend"): (trend_rule, {"rule", "points", "values"}),
    ("spc_rule_units", "two_of_three"): (two_of_three_rule, {"rule", "beyond_two_thirds", "side_of_mean"}),
    ("spc_rule_units", "assurance"): (
        assurance_rule,
        {
            "rule",
            "lpl",
            "upl",
            "target",
            "improvement_direction",
            "segments",
            "segments.lpl",
            "segments.upl",
        },
    ),
    ("trajectory_forecast", "forecast"): (prediction, {"kind", "t", "y", "predict_at"}),
    ("trajectory_forecast", "trajectory"): (
        trajectory,
        {"kind", "at_months", "baseline.month", "target.month", *ENDS},
    ),
    ("trajectory_forecast", "trajectory_dates"): (
        trajectory_dates,
        {"kind", "at", "baseline.date", "target.date", *ENDS},
    ),
}
