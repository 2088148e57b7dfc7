"""What is expected if nothing changes: a dotted line with a wide and a narrow band, below all else."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from components.figures.rows import Expected, Point, Reading
from components.theme import BAND_80, BAND_95, SERIES

Trace = dict[str, Any]
_DASH = "1px,3px"


def fan_traces(forecast: Sequence[Expected], reading: Reading, points: Sequence[Point] = ()) -> list[Trace]:
    """The 95 % band, the 80 % band upon it, and the line; shares are cut at 0 and 100 %.

    They open from the latest of the measured points, so that the eye sees what continues.
    """
    ordered = sorted(forecast, key=lambda each: each.on)
    if not ordered:
        return []
    root = _root(ordered[0], points)
    days = [day.isoformat() for day in (*(day for day, _ in root), *(each.on for each in ordered))]
    tip = [(value, value) for _, value in root]
    wide = [*tip, *((each.lower95, each.upper95) for each in ordered)]
    narrow = [*tip, *((each.lower80, each.upper80) for each in ordered)]
    line: Trace = {
        "type": "scatter",
        "mode": "lines",
        "x": days,
        "y": [*(value for _, value in root), *(possible(each.fit, reading) for each in ordered)],
        "line": {"color": SERIES, "width": 1.5, "dash": _DASH},
        "hoverinfo": "skip",
    }
    return [_band(days, wide, BAND_95, reading), _band(days, narrow, BAND_80, reading), line]


def _root(first: Expected, points: Sequence[Point]) -> list[tuple[date, float]]:
    """The latest point before what is expected; nothing where that one is hidden or has no value."""
    before = [point for point in points if point.middle < first.on]
    latest = max(before, key=lambda point: point.middle, default=None)
    if latest is None or latest.suppressed or latest.value is None:
        return []
    return [(latest.middle, latest.value)]


def possible(amount: float, reading: Reading) -> float:
    """The nearest value that a figure can have; what is published is not cut."""
    return min(max(amount, 0.0), 1.0) if reading.unit == "procent" else max(amount, 0.0)


def fan_values(forecast: Sequence[Expected], reading: Reading) -> list[float | None]:
    """What the value axis must make room for."""
    return [possible(end, reading) for each in forecast for end in (each.lower95, each.upper95)]


def _band(days: list[str], ends: Sequence[tuple[float, float]], colour: str, reading: Reading) -> Trace:
    low = [possible(start, reading) for start, _ in ends]
    high = [possible(end, reading) for _, end in ends]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*days, *reversed(days)],
        "y": [*high, *reversed(low)],
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0, "color": colour},
        "hoverinfo": "skip",
    }
