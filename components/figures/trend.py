"""The main chart of one indicator: values over time with criterion, path, breaks and actions."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from components.figures import agreed
from components.figures import series as measured
from components.figures.axes import (
    ValueRange,
    YearRange,
    axis_width,
    short_years,
    time_axis,
    value_axis,
    value_range,
    year_range,
)
from components.figures.canvas import Canvas, edge_labels
from components.figures.expected import fan_traces, fan_values
from components.figures.labels import edge_width
from components.figures.projected import EVENTS_ROOM, carried, is_numbered
from components.figures.rows import Mark, Point
from components.figures.rows import TrendOptions as TrendOptions  # noqa: PLC0414 - callers know it from here
from components.figures.trend_words import (
    blocked,
    criterion_words,
    edge_words,
    empty_words,
    event_words,
    expected_words,
    last_value_words,
    number_words,
    path_words,
    visible_marks,
)
from components.figures.weight import MAIN, Weight
from components.key import KeyItem
from components.text import say
from components.theme import WASH, figure_layout

_NARROW_HEIGHT = 330
_NARROW_WIDTH = 320
_WIDE_WIDTH = 580
_PROJECTOR_WIDTH, _PROJECTOR_HEIGHT = 520, 90
_TOP, _BOTTOM = 24, 32
_PROJECTOR_MARGIN = {"t": 14, "b": 26}
_ROOM = 0.16  # above the values, for the latest one in large type


def trend_figure(points: Sequence[Point], *, options: TrendOptions) -> dict[str, Any]:
    """The chart at reading size; hidden and missing periods are gaps, and without any value a sentence."""
    years = year_range(drawn_days(points, options), until=options.until)
    rows = min(len(visible_marks(options.marks, years)), 2)
    values = value_range(drawn_values(points, options), unit=options.reading.unit, room=_ROOM + 0.11 * rows)
    return {
        "data": traces(points, options, values, years, MAIN),
        "layout": _layout(points, options, years, values),
    }


def trend_key(points: Sequence[Point], *, options: TrendOptions) -> list[KeyItem]:
    """The signs that this chart really uses."""
    ordered = sorted(options.path, key=lambda point: point.on)
    breaks = [mark.on for mark in options.marks if mark.kind == "break"]
    present = [
        (any(point.value is not None for point in points), "", "key.measured"),
        (any(point.provisional and not point.suppressed for point in points), "k-open", "key.provisional"),
        (len([part for part in measured.segments(points, breaks) if part]) > 1, "k-old", "key.before_break"),
        (any(point.suppressed for point in points), "k-hidden", "key.hidden"),
        (bool(options.criterion), "k-norm", "key.criterion"),
        (any(point.lower is not None for point in points), "k-ci", "key.interval"),
        (len(options.path) > 1, "k-path", "key.path"),
        ("milestone" in agreed.path_kinds(ordered), "k-mile", "key.milestone"),
        (bool(options.forecast), "k-fan", "key.forecast"),
    ]
    return [KeyItem(sign, say(key, options.reading.language)) for there, sign, key in present if there]


def traces(
    points: Sequence[Point], options: TrendOptions, values: ValueRange, years: YearRange, weight: Weight
) -> list[dict[str, Any]]:
    """What is expected, the criterion, the path, the series before and after a break, the hidden periods."""
    parts = measured.segments(points, [mark.on for mark in options.marks if mark.kind == "break"])
    suited = weight.suited_to(len(points))
    drawn = fan_traces(options.forecast, options.reading, points)
    drawn += agreed.criterion_traces(options.criterion, years, suited)
    drawn += agreed.path_traces(options.path, weight)
    for part in parts[:-1]:
        drawn += measured.series(part, options.reading, suited, current=False)
    drawn += measured.series(parts[-1], options.reading, suited)
    return drawn + measured.hidden_ticks(points, values, options.reading)


def _layout(
    points: Sequence[Point], options: TrendOptions, years: YearRange, values: ValueRange
) -> dict[str, Any]:
    x, y = time_axis(years), value_axis(values, options.reading)
    small_values = value_range(drawn_values(points, options), unit=options.reading.unit, room=_ROOM)
    small_y = value_axis(small_values, options.reading)
    labels = edge_words(options.criterion, options.path, options.reading, years)
    margin = {"l": axis_width(y), "r": edge_width(labels), "t": _TOP, "b": _BOTTOM}

    def canvas(width: int, height: int, drawn: ValueRange) -> Canvas:
        size = (width - margin["l"] - margin["r"], height - _TOP - _BOTTOM)
        return blocked(Canvas(*size, years, drawn, right=margin["r"], above=_TOP), points, options)

    wide = canvas(_WIDE_WIDTH, options.height, values)
    words, all_placed = _wide_words(points, options, wide)
    narrow = {
        "annotations": _narrow_words(
            points, options, canvas(_NARROW_WIDTH, _narrow_height(options), small_values)
        ),
        "xaxis": short_years(x),
        "yaxis": {name: small_y[name] for name in ("range", "tickvals", "ticktext")},
        "height": _narrow_height(options),
    }
    meta = {"narrow": narrow, "projector": _projector(points, options, years), "unplaced": not all_placed}
    drawn = {"xaxis": x, "yaxis": y, "shapes": _shapes(points, options, years), "annotations": words}
    return figure_layout(height=options.height, margin=margin, meta=meta, **drawn)


def _projector(points: Sequence[Point], options: TrendOptions, years: YearRange) -> dict[str, Any]:
    """The words of a projector: as on a phone, and the events and signs for beside the plot."""
    room = _ROOM + (EVENTS_ROOM if is_numbered(options, years) else 0.0)
    values = value_range(drawn_values(points, options), unit=options.reading.unit, room=room)
    size = (_PROJECTOR_WIDTH, _PROJECTOR_HEIGHT)
    plan = blocked(Canvas(*size, years, values, right=120, above=_PROJECTOR_MARGIN["t"]), points, options)
    key = trend_key(points, options=options)
    shapes = _shapes(points, options, years)
    words = _narrow_words(points, options, plan)
    drawn = carried(options, years, values, key, annotations=words, shapes=shapes)
    return {**drawn, "margin": _PROJECTOR_MARGIN}


def _narrow_height(options: TrendOptions) -> int:
    return min(options.height, _NARROW_HEIGHT)


def _wide_words(
    points: Sequence[Point], options: TrendOptions, canvas: Canvas
) -> tuple[list[dict[str, Any]], bool]:
    """All words, and whether every event found room."""
    words = _first_words(points, options, canvas)
    events, told = event_words(options.marks, options.reading.language, canvas)
    words += events + empty_words(points, options.reading, canvas)
    words += path_words(options.path, options.reading, canvas)
    words += expected_words(options.forecast, options.reading, canvas)
    words += criterion_words(options.criterion, options.reading, canvas)
    return words, told


def _narrow_words(points: Sequence[Point], options: TrendOptions, canvas: Canvas) -> list[dict[str, Any]]:
    """The words without path and old criteria; of events the number, for the list below a narrow plot."""
    words = _first_words(points, options, canvas) + number_words(options.marks, canvas)
    return words + empty_words(points, options.reading, canvas)


def _first_words(points: Sequence[Point], options: TrendOptions, canvas: Canvas) -> list[dict[str, Any]]:
    labels = edge_words(options.criterion, options.path, options.reading, canvas.years)
    words = edge_labels(labels, canvas)
    return words + last_value_words(points, options.reading, canvas, size=20)


def _shapes(points: Sequence[Point], options: TrendOptions, years: YearRange) -> list[dict[str, Any]]:
    return [
        *_old_registration(points, options.marks, years),
        *agreed.criterion_bands(options.criterion, years),
        *agreed.mark_shapes(options.marks, years),
    ]


def drawn_days(points: Sequence[Point], options: TrendOptions) -> list[date]:
    """Every day that the time axis must show."""
    agreed_on = [point.on for point in options.path] + [point.on for point in options.forecast]
    return [point.middle for point in points] + agreed_on


def drawn_values(points: Sequence[Point], options: TrendOptions) -> list[float | None]:
    """Every value that the value axis must show."""
    shown = [point for point in points if not point.suppressed]
    amounts = [amount for point in shown for amount in (point.value, point.lower, point.upper)]
    norms = [level for step in options.criterion for level in agreed.levels_of(step)]
    course = [point.value for point in options.path]
    return [*amounts, *norms, *course, *fan_values(options.forecast, options.reading)]


def _old_registration(
    points: Sequence[Point], marks: Sequence[Mark], years: YearRange
) -> list[dict[str, Any]]:
    breaks = [mark.on for mark in visible_marks(marks, years) if mark.kind == "break"]
    if not breaks or not any(point.middle < max(breaks) for point in points):
        return []
    return [agreed.band(years.start, max(breaks), None, WASH)]
