"""The small trend in a goal card: series, path and target, without value axis or hover."""

from collections.abc import Sequence
from typing import Any

from components import format as written
from components.figures import agreed
from components.figures import series as measured
from components.figures.axes import YearRange, time_axis, value_range, year_range
from components.figures.canvas import Canvas, edge_labels
from components.figures.labels import Label, edge_width
from components.figures.rows import Mark, PathPoint, Point, Reading, TrendOptions
from components.figures.trend_words import blocked, empty_words, last_value_words
from components.figures.weight import SPARK
from components.theme import ACCENT, INK_3, RULE, figure_layout

HEIGHT = 104
_WIDTH = 210
_LEFT, _TOP, _BOTTOM = 6, 8, 22


def spark_figure(
    points: Sequence[Point], *, reading: Reading, path: Sequence[PathPoint] = (), marks: Sequence[Mark] = ()
) -> dict[str, Any]:
    """The card's trend since the last break; only the first and the last year are named."""
    current = measured.segments(points, [mark.on for mark in marks if mark.kind == "break"])[-1]
    years = year_range([point.middle for point in current] + [point.on for point in path])
    amounts = [point.value for point in current] + [point.value for point in path]
    values = value_range(amounts, unit=reading.unit, room=0.3, tight=True)
    labels = _target(path, reading)
    margin = {"l": _LEFT, "r": edge_width(labels), "t": _TOP, "b": _BOTTOM}
    size = (_WIDTH - _LEFT - margin["r"], HEIGHT - _TOP - _BOTTOM)
    canvas = Canvas(*size, years, values, right=margin["r"], above=_TOP)
    blocked(canvas, current, TrendOptions(reading, path=path), intervals=False)
    return {
        "data": [
            *agreed.path_traces(path, SPARK, milestones=False),
            *measured.series(current, reading, SPARK),
            *measured.last_point(current, SPARK),
        ],
        "layout": figure_layout(
            height=HEIGHT,
            margin=margin,
            xaxis=_axis(years),
            yaxis={"visible": False, "range": [values.low, values.high], "fixedrange": True},
            annotations=_words(current, reading, canvas, labels),
        ),
    }


def _words(
    points: Sequence[Point], reading: Reading, canvas: Canvas, labels: Sequence[Label]
) -> list[dict[str, Any]]:
    words = edge_labels(labels, canvas)
    words += last_value_words(points, reading, canvas, size=13, intervals=False)
    return words + empty_words(points, reading, canvas)


def _target(path: Sequence[PathPoint], reading: Reading) -> list[Label]:
    ordered = sorted(path, key=lambda point: point.on)
    if not ordered or agreed.path_kinds(ordered)[-1] != "target":
        return []
    target = ordered[-1].value
    return [Label(written.value(target, reading.unit, reading.language, reading.decimals), target, ACCENT)]


def _axis(years: YearRange) -> dict[str, Any]:
    axis = time_axis(years, tickfont={"color": INK_3, "size": 12}) | {"linecolor": RULE}
    ends = sorted({0, len(axis["tickvals"]) - 1})
    return axis | {key: [axis[key][place] for place in ends] for key in ("tickvals", "ticktext")}
