"""What was agreed, in a figure over time: criterion, path and dated events."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from components.descriptions.criterion import BETWEEN
from components.figures.axes import YearRange
from components.figures.rows import CriterionStep, Mark, PathPoint
from components.figures.weight import SPARK, Weight
from components.theme import ACCENT, BAND_95, INK, INK_3, PAPER

Trace = dict[str, Any]
Shape = dict[str, Any]


def path_traces(path: Sequence[PathPoint], weight: Weight, *, milestones: bool = True) -> list[Trace]:
    """The agreed path dashed, its milestones as open diamonds and its target as a filled one."""
    ordered = sorted(path, key=lambda point: point.on)
    if not ordered:
        return []
    line: Trace = {
        "type": "scatter",
        "mode": "lines",
        "x": [point.on.isoformat() for point in ordered],
        "y": [point.value for point in ordered],
        "line": {"color": ACCENT, "width": weight.path, "dash": weight.dash},
        "hoverinfo": "skip",
    }
    kinds = path_kinds(ordered)
    between = [point for point, kind in zip(ordered, kinds, strict=True) if kind == "milestone"]
    target = [point for point, kind in zip(ordered, kinds, strict=True) if kind == "target"]
    traces = [line] if len(ordered) > 1 else []
    if between and milestones:
        traces.append(_diamonds(between, open_=True, size=9))
    if target:
        traces.append(_diamonds(target, open_=weight is SPARK, size=9 if weight is SPARK else 12))
    return traces


def path_kinds(ordered: Sequence[PathPoint]) -> list[str]:
    """What each point of the path is; without a kind of its own first and last are baseline and target."""
    last = len(ordered) - 1
    return [
        point.kind or ("target" if place == last else "baseline" if place == 0 else "milestone")
        for place, point in enumerate(ordered)
    ]


def criterion_traces(steps: Sequence[CriterionStep], years: YearRange, weight: Weight) -> list[Trace]:
    """The criterion as a step line over what is expected and under the points; old periods keep theirs."""
    spans = visible_steps(steps, years)
    levels = [(start, end, level, level) for step, start, end in spans for level in levels_of(step)]
    risers = [
        (start, start, before.value, after.value)
        for (before, _, end), (after, start, _) in pairwise(spans)
        if end == start and before.comparator != BETWEEN and after.comparator != BETWEEN
    ]
    drawn = [_lines(levels, {"color": INK, "width": weight.criterion})] if levels else []
    return [*drawn, *([_lines(risers, {"color": INK, "width": 1, "dash": "1px,3px"})] if risers else [])]


def visible_steps(steps: Sequence[CriterionStep], years: YearRange) -> list[tuple[CriterionStep, date, date]]:
    """The steps within the years, each with the days its line runs from and to."""
    spans = []
    for step in sorted(steps, key=lambda each: each.valid_from):
        start = max(step.valid_from, years.start)
        end = years.end if step.valid_to is None else min(step.valid_to + timedelta(days=1), years.end)
        if start < end:
            spans.append((step, start, end))
    return spans


def levels_of(step: CriterionStep) -> list[float]:
    """The value, or both values of a criterion between two."""
    return [step.value] if step.value_to is None else [step.value, step.value_to]


def criterion_bands(steps: Sequence[CriterionStep], years: YearRange) -> list[Shape]:
    """The room between the two values of a criterion that has two."""
    return [
        band(start, end, (step.value, step.value_to), BAND_95)
        for step, start, end in visible_steps(steps, years)
        if step.value_to is not None
    ]


def band(start: date, end: date, values: tuple[float, float] | None, colour: str) -> Shape:
    """A surface below everything; over the whole height where no values are given."""
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper" if values is None else "y",
        "x0": start.isoformat(),
        "x1": end.isoformat(),
        "y0": 0 if values is None else values[0],
        "y1": 1 if values is None else values[1],
        "fillcolor": colour,
        "line": {"width": 0},
        "layer": "below",
    }


def mark_shapes(marks: Sequence[Mark], years: YearRange) -> list[Shape]:
    """A dotted line at each break, a thin full line at each action."""
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": mark.on.isoformat(),
            "x1": mark.on.isoformat(),
            "y0": 0,
            "y1": 1,
            "line": {"color": INK_3, "width": 1, "dash": "2px,3px" if mark.kind == "break" else "solid"},
            "layer": "below",
        }
        for mark in marks
        if years.start < mark.on < years.end
    ]


def _diamonds(points: Sequence[PathPoint], *, open_: bool, size: int) -> Trace:
    marker: dict[str, Any] = {"color": ACCENT, "size": size, "symbol": "diamond"}
    if open_:
        marker |= {"color": PAPER, "line": {"color": ACCENT, "width": 2}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.on.isoformat() for point in points],
        "y": [point.value for point in points],
        "marker": marker,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _lines(parts: Sequence[tuple[date, date, float, float]], line: dict[str, Any]) -> Trace:
    """Separate straight lines, from day to day and from value to value."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day for start, end, *_ in parts for day in (start.isoformat(), end.isoformat(), None)],
        "y": [value for *_, low, high in parts for value in (low, high, None)],
        "line": line,
        "connectgaps": False,
        "hoverinfo": "skip",
    }
