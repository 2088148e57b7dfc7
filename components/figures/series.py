"""The measured values over time: segments between breaks, gaps, open points, intervals and hidden periods."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from components import format as written
from components.descriptions.counts import count_text, interval_text
from components.figures.axes import ValueRange
from components.figures.rows import Point, Ranged, Reading
from components.figures.weight import SPARK, Weight
from components.text import say
from components.theme import FAINT, GRID, INK_3, INTERVAL, PAPER, SERIES
from domain.period import parse_period

Trace = dict[str, Any]


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
