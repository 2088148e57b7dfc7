"""Which columns of a table stand together on a projector, and how wide each is so that its rows are low.

Sizes are shares of the height of the screen, with text of 3.3vh. The browser follows the widths decided here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from dash.development.base_component import Component

from components.projector_widths import SIDES, lowered
from components.projector_words import PLAIN, TEXT, Width, broken, classes_of, count_lines, listed, width_of

MOST = 7
LINE, _PADDING, _APART = 4.0, 2.3, 1.4
"""A line, the space above and below it, and what a number keeps from words after it."""
_SQUEEZE = 1.12
"""How much wider columns may want to be together than the screen, as long as every word fits."""
_ROOMIER = 1.6
"""Columns are at most so much further apart than their words ask: the eye must find the end of a row."""


@dataclass(frozen=True)
class Shape:
    """A kind of screen: its width between the edges, its height down to a foot of two lines, the title of a
    table, and the width in the foot beside the place.
    """

    width: float
    height: float
    title: float
    foot: float
    part: str = " 10 van 10"

    def above(self, foot: Sequence[str]) -> "Shape":
        """What is left where one of these two texts at the foot takes more lines."""
        lines = sum(broken(words, self.foot, PLAIN * TEXT) for words in foot)
        return replace(self, height=self.height - LINE * max(lines - len(foot), 0))

    def room(self, title: str) -> float:
        """What is left under this title."""
        lines = broken(title + self.part, self.width, self.title)
        return self.height - lines * self.title * 1.08


WIDE = Shape(167.0, 78.0, 5.4, 122.0)
"""16:9, with the space after the last column, which is not there."""
NARROW = Shape(127.0, 78.3, 4.8, 92.0)
"""An old screen of 4:3; one of 16:10 is only wider."""


def places_of(rows: Sequence[Any], width: float) -> list[list[int]]:
    """Which columns stand together, after the first of the table."""
    wide = max((len(listed(row.children)) for row in rows), default=0)
    columns = [_column(rows, place) for place in range(wide)]
    parts: list[list[int]] = [[]]
    for place in range(1, wide):
        beside = [columns[at] for at in (0, *parts[-1], place)]
        is_full = (
            len(beside) > MOST
            or sum(one.least for one in beside) > width
            or sum(one.comfortable for one in beside) > width * _SQUEEZE
        )
        if parts[-1] and is_full:
            parts.append([])
        parts[-1].append(place)
    return _evened(parts)


def widths_of(rows: Sequence[Any], places: Sequence[int], width: float) -> dict[int, float]:
    """How wide each column is: its words on one line where there is room for that, else the rows are low."""
    columns = {place: _column(rows, place) for place in (0, *places)}
    wanted = sum(one.whole for one in columns.values())
    if wanted <= width:
        extra = min(width - wanted, wanted * (_ROOMIER - 1)) / len(columns)
        return {place: one.whole + extra for place, one in columns.items()}
    return lowered(cells_of(rows), columns, _shared(columns, width), width)


def height_of(row: Any, groups: Sequence[Mapping[int, float]]) -> float:
    """The height of a row where it is highest."""
    cells = listed(row.children)
    if not is_row_of_cells(row):
        return _PADDING + LINE * max(count_lines(cells[0], sum(one.values()) - SIDES) for one in groups)
    lines = [
        count_lines(cells[at], wide - SIDES) for one in groups for at, wide in one.items() if at < len(cells)
    ]
    return _PADDING + LINE * max(lines, default=1)


def is_row_of_cells(row: Any) -> bool:
    """Whether it is not one cell across all columns."""
    cells = listed(row.children)
    return not (len(cells) == 1 and hasattr(cells[0], "colSpan"))


def cells_of(rows: Sequence[Any]) -> list[list[Any]]:
    """The cells of every row that has more than one across all columns."""
    return [listed(row.children) for row in rows if is_row_of_cells(row)]


def _evened(parts: list[list[int]]) -> list[list[int]]:
    """The same columns over as many screens, without one that is nearly empty."""
    every = [place for part in parts for place in part]
    size = ceil(len(every) / len(parts)) if every else 1
    return [every[start : start + size] for start in range(0, len(every), size)] or [[]]


def _shared(columns: Mapping[int, Width], width: float) -> dict[int, float]:
    """The widest columns give way first, as far as their longest words allow."""
    low, high = 0.0, width
    for _ in range(20):  # halves the doubt about how much the widest columns may take
        most = (low + high) / 2
        taken = sum(_taken(one, most) for one in columns.values())
        low, high = (most, high) if taken <= width else (low, most)
    widths = {place: _taken(one, low) for place, one in columns.items()}
    stretch = width / sum(widths.values())
    return {place: one * stretch for place, one in widths.items()}


def _taken(column: Width, most: float) -> float:
    """The width of a column of which the words break beyond so much, where they can."""
    return max(column.least, min(column.whole, most))


def _column(rows: Sequence[Any], place: int) -> Width:
    cells = cells_of(rows)
    found = [width_of(row[place]) for row in cells if place < len(row)]
    sides = SIDES + (_APART if any(_is_before_words(row, place) for row in cells) else 0.0)
    return Width(*(sides + max((one[part] for one in found), default=0.0) for part in range(2)))


def _is_before_words(row: Sequence[Component], place: int) -> bool:
    """Whether a number at the right of its column has words at the left of the next."""
    kinds = ["num" in classes_of(cell) for cell in row[place : place + 2]]
    return kinds == [True, False]
