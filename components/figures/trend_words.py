"""The words in a chart over time, each at a place where it covers nothing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from components import format as written
from components.descriptions.criterion import criterion_label
from components.figures import agreed
from components.figures.axes import YearRange
from components.figures.canvas import AROUND, NEAR, Box, Canvas, Cover, Spot
from components.figures.expected import possible
from components.figures.labels import Label, annotation, text_height, text_width, wrapped
from components.figures.rows import (
    CriterionStep,
    Expected,
    Mark,
    PathPoint,
    Point,
    Reading,
    TrendOptions,
    numbered,
)
from components.text import say
from components.theme import ACCENT, INK, INK_2, INK_3, SERIES

_EVENT_SHAPES = ((36, 2), (22, 3))  # characters in a line, and how many lines
_EVENT_ROWS, _EVENT_ROW = 3, 2.1  # how many rows of events, each so many lines high
_EVENT_GAP = 7  # from the line of an event to its text
_NUMBER_GAP = 3
_EVENT_TOLERANCE = 0.1
_UNDER_FAN, _OVER_FAN = (Spot("right", "top", 0, -10),), (Spot("right", "bottom", 0, 10),)
_OVER_LINE = (Spot("left", "bottom", 4, 2), Spot("left", "top", 4, -4))


def blocked(
    canvas: Canvas, points: Sequence[Point], options: TrendOptions, *, intervals: bool = True
) -> Canvas:
    """The canvas with the lines and points of the chart already taken."""
    known = [
        (point.middle, point.value)
        for point in sorted(points, key=lambda each: each.middle)
        if point.value is not None and not point.suppressed
    ]
    for day, value in known:
        canvas.block_point(day, value)
    for point in points if intervals else ():
        if not (point.suppressed or point.lower is None or point.upper is None):
            canvas.block_line((point.middle, point.lower), (point.middle, point.upper), Cover.SERIES)
    course = [(point.on, point.value) for point in sorted(options.path, key=lambda each: each.on)]
    for start, end in pairwise(known):
        canvas.block_line(start, end, Cover.SERIES)
    for start, end in pairwise(course):
        canvas.block_line(start, end, Cover.AGREED)
    expected = [(each.on, possible(each.fit, options.reading)) for each in options.forecast]
    for start, end in pairwise(expected):
        canvas.block_line(start, end, Cover.AGREED)
    for step, first, last in agreed.visible_steps(options.criterion, canvas.years):
        for level in agreed.levels_of(step):
            canvas.block_line((first, level), (last, level), Cover.AGREED)
    for mark in visible_marks(options.marks, canvas.years):
        ends = (mark.on, canvas.values.low), (mark.on, canvas.values.high)
        canvas.block_line(*ends, Cover.TEXT)
    return canvas


def edge_words(
    criterion: Sequence[CriterionStep], path: Sequence[PathPoint], reading: Reading, years: YearRange
) -> list[Label]:
    """What stands at the right edge: the criterion in force there, and the target."""
    labels = [
        Label(criterion_label(step, reading), sum(agreed.levels_of(step)) / len(agreed.levels_of(step)), INK)
        for step, _, end in agreed.visible_steps(criterion, years)
        if end == years.end
    ]
    ordered = sorted(path, key=lambda point: point.on)
    if ordered and agreed.path_kinds(ordered)[-1] == "target":
        target = ordered[-1].value
        text = say("figure.target", reading.language, value=_amount(target, reading))
        labels.append(Label(text, target, ACCENT))
    return labels


def last_value_words(
    points: Sequence[Point], reading: Reading, canvas: Canvas, *, size: float, intervals: bool = True
) -> list[dict[str, Any]]:
    """The latest value in large type, at its interval or its point, where it covers least."""
    last = _latest(points)
    if last is None:
        return []
    value = last.value or 0.0
    text = f"<b>{_amount(value, reading)}</b>"
    if not intervals or last.upper is None or last.lower is None:
        return canvas.placed(text, last.middle, value, colour=SERIES, size=size)
    ends = [(last.upper, NEAR[0]), (last.lower, NEAR[1])]
    places = [*ends, *((value, spot) for spot in AROUND)]
    costs = [canvas.cost_of(text, last.middle, where, spot, size) for where, spot in places]
    at, spot = places[costs.index(min(costs))]
    return canvas.placed(text, last.middle, at, colour=SERIES, size=size, spots=(spot,))


def freest_value_words(
    points: Sequence[Point], reading: Reading, canvases: Sequence[Canvas], *, size: float
) -> list[dict[str, Any]]:
    """The latest value where it covers least on any of these sizes: around its point, or at its interval."""
    last = _latest(points)
    if last is None:
        return []
    text = f"<b>{_amount(last.value or 0.0, reading)}</b>"
    ends = [(last.upper, NEAR[0]), (last.lower, NEAR[1])]
    places = [(last.value or 0.0, spot) for spot in AROUND]
    places += [(end, spot) for end, spot in ends if end is not None]
    costs = [max(each.cost_of(text, last.middle, *place, size) for each in canvases) for place in places]
    value, spot = places[costs.index(min(costs))]
    return canvases[0].placed(text, last.middle, value, colour=SERIES, size=size, spots=(spot,))


def _latest(points: Sequence[Point]) -> Point | None:
    known = [point for point in points if point.value is not None and not point.suppressed]
    return max(known, key=lambda point: point.middle, default=None)


def event_words(marks: Sequence[Mark], language: str, canvas: Canvas) -> tuple[list[dict[str, Any]], bool]:
    """What stands at each event, and whether that is its text: a number where not all of them find room."""
    trial = replace(canvas, taken=list(canvas.taken))
    words: list[dict[str, Any]] = []
    for mark in visible_marks(marks, canvas.years):
        found = _event_words(mark, language, trial)
        if not found:
            return number_words(marks, canvas), False
        words += found
    canvas.taken[:] = trial.taken
    return words, True


def number_words(marks: Sequence[Mark], canvas: Canvas) -> list[dict[str, Any]]:
    """The number of each event beside the top of its line, as in the list below the figure."""
    words: list[dict[str, Any]] = []
    for number, mark in numbered(marks):
        if len(marks) == 1 or mark not in visible_marks(marks, canvas.years):
            continue
        text = f"<b>{number}</b>"
        options = [
            (_number_box(text, canvas, mark, row, side), side)
            for row in range(_EVENT_ROWS)
            for side in ("left", "right")
        ]
        box, side = min(options, key=lambda option: canvas.cost(option[0]))
        canvas.block(box, Cover.TEXT)
        words.append(_event(text, mark, box.top, side, _NUMBER_GAP))
    return words


def _number_box(text: str, canvas: Canvas, mark: Mark, row: int, side: str) -> Box:
    width, top, x = text_width(text), row * text_height(text), canvas.x(mark.on)
    left = x + _NUMBER_GAP if side == "left" else x - _NUMBER_GAP - width
    return Box(left, top, left + width, top + text_height(text))


def _event_words(mark: Mark, language: str, canvas: Canvas) -> list[dict[str, Any]]:
    """A heavy head and the text below it at the freest place; nothing where all places are taken."""
    head = f"{say(f'figure.{mark.kind}', language)} {written.short_date(mark.on, language)}"
    options = [
        (_event_box(head, text, canvas, mark, row, side), text, side)
        for text in (wrapped(mark.text, *shape) for shape in _EVENT_SHAPES)
        for row in range(_EVENT_ROWS)
        for side in ("left", "right")
    ]
    costs = [canvas.cost(box) for box, _, _ in options]
    box, text, side = options[costs.index(min(costs))]
    if min(costs) > _EVENT_TOLERANCE * box.area:
        return []
    canvas.block(box, Cover.TEXT)
    return [
        _event(f"<b>{head}</b>", mark, box.top, side),
        _event(text, mark, box.top + text_height(head), side),
    ]


def _event_box(head: str, text: str, canvas: Canvas, mark: Mark, row: int, side: str) -> Box:
    width = max(text_width(f"<b>{head}</b>"), text_width(text))
    top = row * _EVENT_ROW * text_height(head)
    x = canvas.x(mark.on)
    left = x + _EVENT_GAP if side == "left" else x - _EVENT_GAP - width
    return Box(left, top, left + width, top + text_height(head) + text_height(text))


def _event(text: str, mark: Mark, top: float, side: str, gap: int = _EVENT_GAP) -> dict[str, Any]:
    place: dict[str, Any] = {"x": mark.on.isoformat(), "y": 1, "yref": "paper", "xanchor": side}
    shift = gap if side == "left" else -gap
    text_of = annotation(text, colour=INK_2, **place, yanchor="top", xshift=shift, yshift=1 - round(top))
    return text_of | {"align": side}


def path_words(path: Sequence[PathPoint], reading: Reading, canvas: Canvas) -> list[dict[str, Any]]:
    """The baseline and each milestone by name, where there is room."""
    ordered = sorted(path, key=lambda point: point.on)
    words: list[dict[str, Any]] = []
    for point, kind in zip(ordered, agreed.path_kinds(ordered), strict=True):
        if kind != "target":
            text = say(f"figure.{kind}", reading.language, value=_amount(point.value, reading))
            words += canvas.placed(text, point.on, point.value, colour=ACCENT, tolerance=0.25)
    return words


def criterion_words(
    criterion: Sequence[CriterionStep], reading: Reading, canvas: Canvas
) -> list[dict[str, Any]]:
    """The earlier criteria at the start of their line, where there is room."""
    words: list[dict[str, Any]] = []
    for step, start, end in agreed.visible_steps(criterion, canvas.years):
        if end != canvas.years.end:
            text = criterion_label(step, reading)
            words += canvas.placed(text, start, step.value, colour=INK, spots=_OVER_LINE, tolerance=0.2)
    return words


def empty_words(points: Sequence[Point], reading: Reading, canvas: Canvas) -> list[dict[str, Any]]:
    """Why nothing is drawn, when nothing is."""
    if any(point.value is not None and not point.suppressed for point in points):
        return []
    key = "figure.all_hidden" if any(point.suppressed for point in points) else "figure.nothing"
    text = wrapped(say(key, reading.language), 28, 3)
    middle = canvas.years.start + (canvas.years.end - canvas.years.start) / 2
    spots = [
        Spot("center", "middle", canvas.width * aside, canvas.height * up)
        for up in (0, 0.2, -0.2, 0.34, -0.34)
        for aside in (0, 0.2, -0.2)
    ]
    value = (canvas.values.low + canvas.values.high) / 2
    return canvas.placed(text, middle, value, colour=INK_3, spots=spots)


def expected_words(forecast: Sequence[Expected], reading: Reading, canvas: Canvas) -> list[dict[str, Any]]:
    """What the bands mean, below or above them, where there is room."""
    if not forecast:
        return []
    last = max(forecast, key=lambda each: each.on)
    text = say("figure.forecast", reading.language)
    low, high = possible(last.lower95, reading), possible(last.upper95, reading)
    below = canvas.placed(text, last.on, low, colour=INK_3, spots=_UNDER_FAN, tolerance=0.02)
    return below or canvas.placed(text, last.on, high, colour=INK_3, spots=_OVER_FAN, tolerance=0.02)


def visible_marks(marks: Sequence[Mark], years: YearRange) -> list[Mark]:
    """The events within the years, in order of time."""
    return sorted((mark for mark in marks if years.start < mark.on < years.end), key=lambda mark: mark.on)


def _amount(value: float, reading: Reading) -> str:
    return written.value(value, reading.unit, reading.language, reading.decimals)
