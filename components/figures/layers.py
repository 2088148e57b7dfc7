"""The layers of a figure over time: criterion, path, measured series, hidden periods."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from components import format as written
from components.descriptions.counts import count_text, interval_text
from components.descriptions.criterion import BETWEEN
from components.figures.axes import ValueRange, YearRange
from components.figures.rows import CriterionStep, Mark, PathPoint, Point, Ranged, Reading
from components.text import say
from components.theme import ACCENT, BAND_95, FAINT, GRID, INK, INK_3, INTERVAL, PAPER, SERIES
from domain.period import parse_period

Trace = dict[str, Any]
Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Weight:
    """How heavy the lines and points of a figure are."""

    line: float = 2.5
    point: float = 8
    last: float = 12
    interval: float = 3
    criterion: float = 2
    path: float = 2
    dash: str = "6px,4px"

    def suited_to(self, count: int) -> "Weight":
        """The same, with smaller points or none where so many would touch."""
        if count <= _ROOMY or not self.point:
            return self
        return replace(self, point=4 if count <= _CROWDED else 0, interval=min(self.interval, 2))


MAIN = Weight()
SMALL = Weight(point=6, last=10, interval=2, criterion=1.25)
SPARK = Weight(line=2, point=0, last=8, path=1.5, dash="3px,3px")
_ROOMY, _CROWDED = 30, 60  # points from which they become small, and from which only the last is drawn


def segments(points: Sequence[Point], breaks: Sequence[date]) -> list[list[Point]]:
    """The points between two breaks, in order of time; the last segment is the one that counts."""
    ordered = sorted(points, key=lambda point: point.middle)
    inside = sorted(day for day in set(breaks) if ordered and ordered[0].middle < day <= ordered[-1].middle)
    limits = [date.min, *inside, date.max]
    return [[point for point in ordered if start <= point.middle < end] for start, end in pairwise(limits)]


def series(points: Sequence[Point], reading: Reading, weight: Weight, *, current: bool = True) -> list[Trace]:
    """The measured values; a gap for every hidden or missing period, open points where provisional."""
    drawn = with_gaps(points)
    if not any(_value(point) is not None for point in drawn):
        return []
    colour = SERIES if current else FAINT
    trace: Trace = {
        "type": "scatter",
        "mode": "lines" if weight is SPARK or not (weight.point or current) else "lines+markers",
        "x": [day.isoformat() for day, _ in _places(drawn)],
        "y": [_value(point) for point in drawn],
        "connectgaps": False,
        "line": {"color": colour, "width": weight.line if current else 2},
        "cliponaxis": False,
        **_hover(drawn, reading),
    }
    if trace["mode"] != "lines":
        trace["marker"] = _markers(drawn, weight, colour, current)
        trace |= _intervals(drawn, weight, current)
    return [trace]


def last_point(points: Sequence[Point], weight: Weight) -> list[Trace]:
    """The latest value as a larger point."""
    known = [point for point in points if _value(point) is not None]
    if not known:
        return []
    point = max(known, key=lambda each: each.middle)
    fill = PAPER if point.provisional else SERIES
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [point.middle.isoformat()],
            "y": [point.value],
            "marker": {"color": fill, "size": weight.last, "line": {"color": SERIES, "width": 2}},
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
    ]


def hidden_ticks(points: Sequence[Point], values: ValueRange, reading: Reading) -> list[Trace]:
    """An open square on the time axis for each hidden period, with the word on hover."""
    hidden = sorted((point for point in points if point.suppressed), key=lambda point: point.middle)
    if not hidden:
        return []
    word = say("figure.hidden", reading.language)
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [point.middle.isoformat() for point in hidden],
            "y": [values.low] * len(hidden),
            "marker": {"color": PAPER, "size": 9, "symbol": "square", "line": {"color": INK_3, "width": 1.5}},
            "text": [f"{written.period_name(point.period, reading.language)}<br>{word}" for point in hidden],
            "hovertemplate": "%{text}<extra></extra>",
            "cliponaxis": False,
        }
    ]


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


def criterion_shapes(steps: Sequence[CriterionStep], years: YearRange, weight: Weight) -> list[Shape]:
    """The criterion as a step line on top; old periods keep the old criterion."""
    shapes: list[Shape] = []
    spans = visible_steps(steps, years)
    for step, start, end in spans:
        shapes += [_level(level, start, end, weight) for level in levels_of(step)]
    for (before, _, end), (after, start, _) in pairwise(spans):
        if end == start and before.comparator != BETWEEN and after.comparator != BETWEEN:
            shapes.append(_riser(start, before.value, after.value))
    return shapes


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


def with_gaps(points: Sequence[Point]) -> list[Point | date]:
    """The points in order of time, with a day between two that do not follow each other."""
    ordered = sorted(points, key=lambda point: point.middle)
    drawn: list[Point | date] = []
    for place, point in enumerate(ordered):
        if (
            place
            and parse_period(ordered[place - 1].period).shifted(1).start < parse_period(point.period).start
        ):
            drawn.append(parse_period(ordered[place - 1].period).shifted(1).middle)
        drawn.append(point)
    return drawn


def _places(drawn: Sequence[Point | date]) -> list[tuple[date, Point | None]]:
    return [(each, None) if isinstance(each, date) else (each.middle, each) for each in drawn]


def _value(point: Point | date) -> float | None:
    return None if isinstance(point, date) or point.suppressed else point.value


def _markers(drawn: Sequence[Point | date], weight: Weight, colour: str, current: bool) -> dict[str, Any]:
    if not current:
        return {"color": PAPER, "size": min(weight.point, 7), "line": {"color": FAINT, "width": 2}}
    known = [place for place, point in enumerate(drawn) if _value(point) is not None]
    open_ = [not isinstance(point, date) and point.provisional for point in drawn]
    return {
        "color": [PAPER if is_open else colour for is_open in open_],
        "size": [weight.last if place == known[-1] else weight.point for place in range(len(drawn))],
        "opacity": 1,
        "line": {
            "color": [colour if is_open else PAPER for is_open in open_],
            "width": [2 if is_open else 1.5 for is_open in open_],
        },
    }


def _intervals(drawn: Sequence[Point | date], weight: Weight, current: bool) -> dict[str, Any]:
    reach = [(0.0, 0.0) if isinstance(point, date) else reach_of(point) for point in drawn]
    if not any(up or down for down, up in reach):
        return {}
    bar = {"type": "data", "symmetric": False, "color": INTERVAL if current else GRID, "width": 0}
    ends = {"array": [up for _, up in reach], "arrayminus": [down for down, _ in reach]}
    return {"error_y": {**bar, **ends, "thickness": weight.interval}}


def reach_of(row: Ranged) -> tuple[float, float]:
    """How far the interval reaches below and above the value; nothing where either is unknown."""
    if row.suppressed or row.value is None or row.lower is None or row.upper is None:
        return 0.0, 0.0
    return row.value - row.lower, row.upper - row.value


def _hover(drawn: Sequence[Point | date], reading: Reading) -> dict[str, Any]:
    texts = ["" if isinstance(point, date) else hover_text(point, reading) for point in drawn]
    return {"text": texts, "hovertemplate": "%{text}<extra></extra>"}


def hover_text(point: Point, reading: Reading) -> str:
    """Period, value, interval where known, and the count behind it."""
    if point.value is None or point.suppressed:
        return ""
    amount = written.value(point.value, reading.unit, reading.language, reading.decimals)
    provisional = f" ({say('figure.provisional', reading.language)})" if point.provisional else ""
    interval = interval_text(point, reading)
    margin = f" ({interval})" if interval else ""
    name = written.period_name(point.period, reading.language)
    lines = [name, f"{amount}{margin}{provisional}", count_text(point, reading)]
    return "<br>".join(line for line in lines if line)


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


def _level(value: float, start: date, end: date, weight: Weight) -> Shape:
    return _line(start, end, value, value, {"color": INK, "width": weight.criterion})


def _riser(day: date, before: float, after: float) -> Shape:
    return _line(day, day, before, after, {"color": INK, "width": 1, "dash": "1px,3px"})


def _line(start: date, end: date, low: float, high: float, line: dict[str, Any]) -> Shape:
    return {
        "type": "line",
        "xref": "x",
        "yref": "y",
        "x0": start.isoformat(),
        "x1": end.isoformat(),
        "y0": low,
        "y1": high,
        "line": line,
        "layer": "above",
    }
