"""The small trend on a projector: its words are large there and its plot is low, yet none covers another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from components.figures.canvas import Box
from components.figures.labels import text_height, text_width
from components.figures.rows import CriterionStep, PathPoint, Reading, TrendOptions, TrendPoint
from components.figures.small_trend import small_trend_figure

Build = Callable[..., TrendPoint]
Figure = dict[str, Any]
SHARES = (0.05, 0.2, 0.45, 0.5, 0.55, 0.8, 0.97)
COURSES = {
    "rising": (0.6, 0.7, 0.8, 0.9, 1.0),
    "falling": (1.4, 1.3, 1.2, 1.1, 1.0),
    "up at the end": (0.8, 0.82, 0.8, 0.81, 1.0),
    "down at the end": (1.2, 1.22, 1.2, 1.21, 1.0),
    "level": (1.0, 1.0, 1.0, 1.0, 1.0),
}
PLOTS = ((230, 70), (420, 90), (560, 130))
"""Widths and heights in pixels of a page of 16 px: from an old screen under a long title to a wide one."""
MARKER = 6.0
PAGE_WIDTH = 320
TARGETED = date(2026, 7, 1)


@pytest.mark.parametrize("course", COURSES.values(), ids=COURSES)
@pytest.mark.parametrize("last", ["2025-Q4", "2026-Q2", "2026-Q4"])
def test_the_latest_value_on_a_projector_covers_neither_the_target_nor_another_label(
    course: tuple[float, ...], last: str, point: Build, reading: Reading
) -> None:
    for now, target, size in product(SHARES, SHARES, PLOTS):
        points = measured(point, now, course, last)
        figure = small_trend_figure(points, options=agreed(points, target, reading))
        latest, others = projected(figure, size)
        diamond = at(figure, TARGETED, target, size)
        dot = at(figure, points[-1].middle, points[-1].value or 0.0, size)
        for name, other in (*others, ("target", diamond), ("latest point", dot)):
            assert latest.overlap(other) < 0.1 * min(latest.area, other.area), (name, now, target, size)
        assert latest.overlap(interval(figure, points[-1], size)) < 0.1 * latest.area, (now, target, size)


@pytest.mark.parametrize("course", COURSES.values(), ids=COURSES)
def test_the_latest_value_of_a_median_keeps_clear_of_the_words_at_the_edge_of_a_page(
    course: tuple[float, ...], point: Build, reading: Reading
) -> None:
    for now, target in product(SHARES, SHARES):
        bare = [replace(one, lower=None, upper=None) for one in measured(point, now, course, "2026-Q2")]
        figure = small_trend_figure(bare, options=agreed(bare, target, reading))
        margin, tall = figure["layout"]["margin"], figure["layout"]["height"]
        size = (PAGE_WIDTH - margin["l"] - margin["r"], tall - margin["t"] - margin["b"])
        latest, others = apart(figure["layout"]["annotations"], figure, size)
        for name, other in others:
            assert latest.overlap(other) < 0.1 * min(latest.area, other.area), (name, now, target)


def agreed(points: list[TrendPoint], target: float, reading: Reading) -> TrendOptions:
    path = (PathPoint(date(2022, 7, 1), points[0].value or 0.0), PathPoint(TARGETED, target))
    return TrendOptions(reading, (CriterionStep("≥", min(target, 0.5), None, date(2021, 1, 1), None),), path)


def measured(point: Build, now: float, course: tuple[float, ...], last: str) -> list[TrendPoint]:
    """One value a year, the last of them now; none beyond what a share can be."""
    ends = ["2021-Q4", "2022-Q4", "2023-Q4", "2024-Q4", last]
    values = [min(now * part, 0.99) for part in course]
    return [
        point(period, value, lower=max(value - 0.06, 0.0), upper=min(value + 0.06, 1.0))
        for period, value in zip(ends, values, strict=True)
    ]


def projected(figure: Figure, size: tuple[int, int]) -> tuple[Box, list[tuple[str, Box]]]:
    """Where the latest value lands, the largest of the words, and the labels beside it."""
    return apart(figure["layout"]["meta"]["projector"]["annotations"], figure, size)


def apart(
    words: list[dict[str, Any]], figure: Figure, size: tuple[int, int]
) -> tuple[Box, list[tuple[str, Box]]]:
    """Where the largest of the words lands, and the others."""
    boxes = [(word["text"], word["font"]["size"], place(word, figure, size)) for word in words]
    largest = max(boxes, key=lambda box: box[1])
    return largest[2], [(text, box) for text, _, box in boxes if box is not largest[2]]


def place(word: dict[str, Any], figure: Figure, size: tuple[int, int]) -> Box:
    """Where a text lands, computed as Plotly does and not as the figures do."""
    x = size[0] * share(word["x"], word.get("xref"), figure["layout"]["xaxis"]["range"])
    y = size[1] * (1 - share(word["y"], word.get("yref"), figure["layout"]["yaxis"]["range"]))
    x, y = x + word.get("xshift", 0), y - word.get("yshift", 0)
    wide = text_width(word["text"], word["font"]["size"])
    tall = text_height(word["text"], word["font"]["size"])
    left = x - {"left": 0, "center": wide / 2, "right": wide}[word["xanchor"]]
    top = y - {"top": 0, "middle": tall / 2, "bottom": tall}[word["yanchor"]]
    return Box(left, top, left + wide, top + tall)


def interval(figure: Figure, last: TrendPoint, size: tuple[int, int]) -> Box:
    above, below = (at(figure, last.middle, value or 0.0, size) for value in (last.upper, last.lower))
    return Box(above.left + MARKER - 2, above.top + MARKER, above.right - MARKER + 2, below.bottom - MARKER)


def at(figure: Figure, day: date, value: float, size: tuple[int, int]) -> Box:
    """Where a mark is drawn."""
    x = size[0] * share(day.isoformat(), None, figure["layout"]["xaxis"]["range"])
    y = size[1] * (1 - share(value, None, figure["layout"]["yaxis"]["range"]))
    return Box(x - MARKER, y - MARKER, x + MARKER, y + MARKER)


def share(value: Any, reference: str | None, ends: list[Any]) -> float:
    if reference == "paper":
        return float(value)
    low, high, middle = (
        date.fromisoformat(one).toordinal() if isinstance(one, str) else one for one in (*ends, value)
    )
    return float((middle - low) / (high - low))
