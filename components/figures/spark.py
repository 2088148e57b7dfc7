"""The small trend in a goal card: series, path and target, without axis or hover."""

from collections.abc import Sequence
from typing import Any

from components.figures import layers
from components.figures.axes import time_axis, value_range, year_range
from components.figures.rows import Mark, PathPoint, Point, Reading
from components.theme import INK_3, RULE, figure_layout

HEIGHT = 104


def spark_figure(
    points: Sequence[Point], *, reading: Reading, path: Sequence[PathPoint] = (), marks: Sequence[Mark] = ()
) -> dict[str, Any]:
    """The card's trend; only the first and the last year are named."""
    years = year_range([point.middle for point in points] + [point.on for point in path])
    parts = layers.segments(points, [mark.on for mark in marks if mark.kind == "break"])
    current = parts[-1] if parts else []
    values = value_range(
        [point.value for point in points] + [point.value for point in path], unit=reading.unit
    )
    data = layers.path_traces(path, layers.SPARK, milestones=False)
    data += layers.series(current, reading, layers.SPARK) + layers.last_point(current, layers.SPARK)
    axis = time_axis(years, tickfont={"color": INK_3, "size": 12}, linecolor=RULE)
    axis |= {"linecolor": RULE}
    return {
        "data": data,
        "layout": figure_layout(
            height=HEIGHT,
            margin={"l": 6, "r": 46, "t": 8, "b": 22},
            xaxis=axis,
            yaxis={"visible": False, "range": [values.low, values.high], "fixedrange": True},
        ),
    }
