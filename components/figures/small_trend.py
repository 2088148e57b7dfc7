"""The small multiple of one goal over its horizon; of its events it shows where the series breaks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from components.figures import agreed
from components.figures.axes import axis_width, short_years, time_axis, value_axis, value_range, year_range
from components.figures.canvas import Canvas, edge_labels
from components.figures.labels import Label, edge_width
from components.figures.projected import EVENTS_ROOM, carried, is_numbered
from components.figures.rows import Point, TrendOptions
from components.figures.trend import drawn_days, drawn_values, traces, trend_key
from components.figures.trend_words import (
    blocked,
    edge_words,
    empty_words,
    freest_value_words,
    last_value_words,
    number_words,
)
from components.figures.weight import SMALL
from components.theme import figure_layout

HEIGHT = 216
_WIDTH = 320
_TOP, _BOTTOM = 14, 26
_PROJECTOR_HEIGHT = 70  # of the plot beside words as large as they are there
_PROJECTOR_LARGEST = (560, 130)  # on a wide screen, under a title of one line


def small_trend_figure(points: Sequence[Point], *, options: TrendOptions) -> dict[str, Any]:
    """What was measured, agreed and is expected, at the size of a small multiple; actions are left out."""
    plain = replace(options, marks=tuple(mark for mark in options.marks if mark.kind == "break"))
    years = year_range(drawn_days(points, options), until=options.until)
    values = value_range(drawn_values(points, options), unit=options.reading.unit, ticks=3, room=0.2)
    labels = edge_words(options.criterion, options.path, options.reading, years)
    x, y = time_axis(years), value_axis(values, options.reading)
    margin = {"l": axis_width(y), "r": edge_width(labels), "t": _TOP, "b": _BOTTOM}
    size = (_WIDTH - margin["l"] - margin["r"], HEIGHT - _TOP - _BOTTOM)
    canvas = blocked(Canvas(*size, years, values, right=margin["r"], above=_TOP), points, plain)
    words = edge_labels(labels, canvas)  # first: the latest value keeps clear of them
    words += last_value_words(points, options.reading, canvas, size=16)
    words += empty_words(points, options.reading, canvas)
    shapes = agreed.criterion_bands(options.criterion, years)
    shapes += agreed.mark_shapes(plain.marks, years)
    return {
        "data": traces(points, options, values, years, SMALL),
        "layout": figure_layout(
            height=HEIGHT,
            margin=margin,
            meta={"projector": _projector(points, options, canvas, labels)},
            xaxis=x | short_years(x),
            yaxis=y,
            shapes=shapes,
            annotations=words,
        ),
    }


def _projector(
    points: Sequence[Point], options: TrendOptions, empty: Canvas, labels: Sequence[Label]
) -> dict[str, Any]:
    """The same with its actions, and with room for their numbers above the values."""
    years = empty.years
    room = 0.2 + (EVENTS_ROOM if is_numbered(options, years) else 0.0)
    values = value_range(drawn_values(points, options), unit=options.reading.unit, ticks=3, room=room)
    words = _projector_words(points, options, replace(empty, values=values), labels)
    shapes = agreed.criterion_bands(options.criterion, years)
    shapes += agreed.mark_shapes(options.marks, years)
    key = trend_key(points, options=options)
    return carried(options, years, values, key, annotations=words, shapes=shapes)


def _projector_words(
    points: Sequence[Point], options: TrendOptions, empty: Canvas, labels: Sequence[Label]
) -> list[dict[str, Any]]:
    """The words beside a plot that is low for them: the latest value looks for a place that is still free."""
    sizes = ((empty.width, _PROJECTOR_HEIGHT), _PROJECTOR_LARGEST)
    canvases = [
        blocked(replace(empty, width=wide, height=high, taken=[]), points, options) for wide, high in sizes
    ]
    beside = [edge_labels(labels, canvas) + number_words(options.marks, canvas) for canvas in canvases]
    for canvas in canvases:
        for point in options.path:
            canvas.block_point(point.on, point.value)
    latest = freest_value_words(points, options.reading, canvases, size=16)
    return [*beside[0], *latest, *empty_words(points, options.reading, canvases[0])]
