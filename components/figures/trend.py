"""The main chart of one indicator: values over time with criterion, path, breaks and actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components import format as written
from components.descriptions.criterion import criterion_label
from components.figures import layers
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
from components.figures.labels import (
    Box,
    Canvas,
    Label,
    annotation,
    edge_labels,
    placed,
    text_height,
    text_width,
    wrapped,
)
from components.figures.rows import CriterionStep, Mark, PathPoint, Point, Reading
from components.key import KeyItem
from components.text import say
from components.theme import ACCENT, INK, INK_2, INK_3, SERIES, TEXT_SIZE, WASH, figure_layout

_NOMINAL_WIDTH = 560  # labels that are free here are free on anything wider
_VALUE_SIZE = 20


@dataclass(frozen=True, slots=True)
class TrendOptions:
    """How to read the values, and what was agreed about them; `until` is the last day the axis must show."""

    reading: Reading
    criterion: Sequence[CriterionStep] = ()
    path: Sequence[PathPoint] = ()
    marks: Sequence[Mark] = ()
    until: date | None = None
    height: int = 392


def trend_figure(points: Sequence[Point], *, options: TrendOptions) -> dict[str, Any]:
    """The chart at reading size; hidden and missing periods are gaps, and without any value a sentence."""
    return _drawn(points, options, layers.MAIN, _VALUE_SIZE)


def trend_key(points: Sequence[Point], *, options: TrendOptions) -> list[KeyItem]:
    """The signs that this chart really uses."""
    language = options.reading.language
    kinds = layers.path_kinds(sorted(options.path, key=lambda point: point.on))
    present = [
        (True, "", "key.measured"),
        (any(point.provisional for point in points), "k-open", "key.provisional"),
        (any(point.suppressed for point in points), "k-hidden", "key.hidden"),
        (bool(options.criterion), "k-norm", "key.criterion"),
        (any(point.lower is not None for point in points), "k-ci", "key.interval"),
        (len(options.path) > 1, "k-path", "key.path"),
        ("milestone" in kinds, "k-mile", "key.milestone"),
    ]
    return [KeyItem(sign, say(key, language)) for there, sign, key in present if there]


def _drawn(
    points: Sequence[Point], options: TrendOptions, weight: layers.Weight, value_size: int
) -> dict[str, Any]:
    years = year_range(_days(points, options), until=options.until)
    values = value_range(_values(points, options), unit=options.reading.unit, room=0.22)
    return {"data": _traces(points, options, values, weight), "layout": {}} | {
        "layout": _layout(points, options, years, values, weight, value_size)
    }


def _traces(
    points: Sequence[Point], options: TrendOptions, values: ValueRange, weight: layers.Weight
) -> list[dict[str, Any]]:
    parts = layers.segments(points, [mark.on for mark in options.marks if mark.kind == "break"])
    traces = layers.path_traces(options.path, weight)
    for part in parts[:-1]:
        traces += layers.series(part, options.reading, weight, current=False)
    if parts:
        traces += layers.series(parts[-1], options.reading, weight)
    return traces + layers.hidden_ticks(points, values, options.reading)


def _layout(
    points: Sequence[Point],
    options: TrendOptions,
    years: YearRange,
    values: ValueRange,
    weight: layers.Weight,
    value_size: int,
) -> dict[str, Any]:
    edge = _edge(options, years)
    x, y = time_axis(years), value_axis(values, options.reading)
    right = 16 + round(max((text_width(label.text) for label in edge), default=24))
    margin = {"l": axis_width(y), "r": right, "t": 24, "b": 32}
    canvas = Canvas(_NOMINAL_WIDTH - margin["l"] - right, options.height - 56, years, values)
    _block_series(points, canvas)
    edges = edge_labels(edge, canvas)
    value = _last_value(points, options, canvas, value_size)
    events = _events(options, years, canvas)
    wide = [*edges, *value, *events, *_path_words(options, canvas), *_empty(points, options)]
    shapes = [
        *_old_registration(points, options, years),
        *layers.mark_shapes(options.marks, years),
        *layers.criterion_shapes(options.criterion, years, weight),
    ]
    narrow = {"annotations": [*edges, *value, *_empty(points, options)], "xaxis": short_years(x)}
    return figure_layout(
        height=options.height,
        margin=margin,
        xaxis=x,
        yaxis=y,
        shapes=shapes,
        annotations=wide,
        meta={"narrow": {**narrow, "height": min(options.height, 330)}},
    )


def _days(points: Sequence[Point], options: TrendOptions) -> list[date]:
    return [point.middle for point in points] + [point.on for point in options.path]


def _values(points: Sequence[Point], options: TrendOptions) -> list[float | None]:
    shown = [point for point in points if not point.suppressed]
    measured = [amount for point in shown for amount in (point.value, point.lower, point.upper)]
    agreed = [level for step in options.criterion for level in layers.levels_of(step)]
    return [*measured, *agreed, *(point.value for point in options.path)]


def _edge(options: TrendOptions, years: YearRange) -> list[Label]:
    labels = [
        Label(criterion_label(step, options.reading), level, INK, bold=True)
        for step, _, end in layers.visible_steps(options.criterion, years)
        if end == years.end
        for level in layers.levels_of(step)[:1]
    ]
    path = sorted(options.path, key=lambda point: point.on)
    if path and layers.path_kinds(path)[-1] == "target":
        text = say("figure.target", options.reading.language, value=_amount(path[-1].value, options.reading))
        labels.append(Label(text, path[-1].value, ACCENT, bold=True))
    return labels


def _block_series(points: Sequence[Point], canvas: Canvas) -> None:
    known = sorted((point for point in points if point.value is not None), key=lambda point: point.middle)
    for point in known:
        x, low, high = canvas.x(point.middle), point.value or 0.0, point.value or 0.0
        top = canvas.y(high if point.upper is None else point.upper)
        bottom = canvas.y(low if point.lower is None else point.lower)
        canvas.block(Box(x - 6, top - 6, x + 6, bottom + 6))


def _last_value(
    points: Sequence[Point], options: TrendOptions, canvas: Canvas, size: int
) -> list[dict[str, Any]]:
    known = [point for point in points if point.value is not None and not point.suppressed]
    if not known:
        return []
    last = max(known, key=lambda point: point.middle)
    text = f"<b>{_amount(last.value or 0.0, options.reading)}</b>"
    top = last.value if last.upper is None else last.upper
    return placed(text, canvas, last.middle, top or 0.0, colour=SERIES, size=size)


def _events(options: TrendOptions, years: YearRange, canvas: Canvas) -> list[dict[str, Any]]:
    language = options.reading.language
    texts = []
    for mark in sorted(options.marks, key=lambda each: each.on):
        if not years.start < mark.on < years.end:
            continue
        head = f"<b>{say(f'figure.{mark.kind}', language)}</b> {written.short_date(mark.on, language)}:"
        text = f"{head}<br>{wrapped(mark.text, 34, 2)}"
        x = canvas.x(mark.on) + 7
        box = Box(x, 0, x + text_width(text), text_height(text))
        if any(box.overlap(other) for other in canvas.taken):
            continue
        canvas.block(box)
        texts.append(
            annotation(
                text,
                colour=INK_2,
                x=mark.on.isoformat(),
                y=1,
                yref="paper",
                xanchor="left",
                yanchor="top",
                xshift=7,
                yshift=1,
            )
        )
    return texts


def _path_words(options: TrendOptions, canvas: Canvas) -> list[dict[str, Any]]:
    path = sorted(options.path, key=lambda point: point.on)
    words: list[dict[str, Any]] = []
    for point, kind in zip(path, layers.path_kinds(path), strict=True):
        if kind != "target":
            text = say(
                f"figure.{kind}", options.reading.language, value=_amount(point.value, options.reading)
            )
            words += placed(text, canvas, point.on, point.value, colour=ACCENT, tolerance=TEXT_SIZE * 4)
    return words


def _old_registration(
    points: Sequence[Point], options: TrendOptions, years: YearRange
) -> list[dict[str, Any]]:
    breaks = [mark.on for mark in options.marks if mark.kind == "break" and years.start < mark.on < years.end]
    if not breaks or not any(point.middle < max(breaks) for point in points):
        return []
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": years.start.isoformat(),
            "x1": max(breaks).isoformat(),
            "y0": 0,
            "y1": 1,
            "fillcolor": WASH,
            "line": {"width": 0},
            "layer": "below",
        }
    ]


def _empty(points: Sequence[Point], options: TrendOptions) -> list[dict[str, Any]]:
    if any(point.value is not None and not point.suppressed for point in points):
        return []
    key = "figure.all_hidden" if any(point.suppressed for point in points) else "figure.nothing"
    text = wrapped(say(key, options.reading.language), 40, 3)
    return [
        annotation(
            text, colour=INK_3, x=0.5, xref="paper", y=0.5, yref="paper", xanchor="center", yanchor="middle"
        )
    ]


def _amount(value: float, reading: Reading) -> str:
    return written.value(value, reading.unit, reading.language, reading.decimals)
