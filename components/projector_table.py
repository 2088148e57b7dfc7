"""Cuts a table into screens of at most seven rows and seven columns, heads included, and no more than fits.

Sizes are shares of the height of the screen, with text of 3.3vh. The widths of the columns are decided here
and the browser follows them, so that the number of lines is known; on a wider screen there is room to spare.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from math import ceil
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.projector_words import Width, broken, lines_in, width_of, without_desk
from components.text import say

MOST = 7
_LINE, _PADDING, _SIDES = 4.0, 2.3, 2.0
_SQUEEZE = 1.12
"""How much wider columns may want to be together than the screen, as long as every word fits."""
_PART = " 10 van 10"


@dataclass(frozen=True)
class Shape:
    """A kind of screen: its width between the edges, its height down to the foot, the title of a table."""

    width: float
    height: float
    title: float

    def room(self, title: str) -> float:
        """What is left under this title."""
        lines = broken(title + _PART, self.width, self.title)
        return self.height - lines * self.title * 1.08


WIDE = Shape(152.0, 78.0, 5.4)
"""16:10, with the space after the last column, which is not there; a screen of 16:9 is only wider."""
NARROW = Shape(127.0, 77.0, 4.8)
"""An old screen of 4:3."""


def table_screens(table: html.Table, title: str, language: str, shape: Shape) -> Iterator[Component]:
    """One screen per part; every part repeats the heads of its rows and columns."""
    heads, rows = _for_projector(_rows(table, html.Thead), _rows(table, html.Tbody))
    if not rows:
        return
    groups = places_of([*heads, *rows], shape)
    widths = [_widths([*heads, *rows], places, shape) for places in groups]
    rows, notes = _without_notes(rows)
    heights = [_height(row, widths) for row in rows]
    heights[-1] += sum(_height(row, widths) for row in notes)
    room = shape.room(title) - sum(_height(row, widths) for row in heads)
    sizes = packed(heights, room, MOST - len(heads))
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    pieces = [(start, size, at) for start, size in zip(starts, sizes, strict=True) for at in widths]
    for number, (start, size, at) in enumerate(pieces, 1):
        shown = html.Table(
            [
                html.Colgroup([html.Col(style={"width": f"{one / shape.width:.2%}"}) for one in at.values()]),
                html.Thead([_cut(row, list(at)) for row in heads]),
                html.Tbody([_cut(row, list(at)) for row in _part(rows, notes, start, size)]),
            ],
            className=str(getattr(table, "className", "") or ""),
        )
        told: list[str | Component] = [title]
        if len(pieces) > 1:
            said = say("projector.part", language, number=number, total=len(pieces))
            told += [" ", html.Small(said)]
        head = html.Div(html.H1(told), className="proj-head")
        yield html.Div([head, html.Div(shown, className="proj-table")], className="proj-screen proj-tabled")


def _without_notes(rows: list[Any]) -> tuple[list[Any], list[Any]]:
    """The rows, and what is told below the last of them: never on a screen of its own."""
    if len(rows) > 1 and not _spans_one(rows[-1]):
        return rows[:-1], rows[-1:]
    return rows, []


def _part(rows: list[Any], notes: list[Any], start: int, size: int) -> list[Any]:
    end = start + size
    return [*rows[start:end], *(notes if end == len(rows) else [])]


def places_of(rows: Sequence[Any], shape: Shape) -> list[list[int]]:
    """Which columns stand together, after the first of the table."""
    wide = max((len(_cells(row)) for row in rows), default=0)
    columns = [_column(rows, place) for place in range(wide)]
    parts: list[list[int]] = [[]]
    for place in range(1, wide):
        beside = [columns[at] for at in (0, *parts[-1], place)]
        is_full = (
            len(beside) > MOST
            or sum(one.least for one in beside) > shape.width
            or sum(one.comfortable for one in beside) > shape.width * _SQUEEZE
        )
        if parts[-1] and is_full:
            parts.append([])
        parts[-1].append(place)
    return _evened(parts)


def _evened(parts: list[list[int]]) -> list[list[int]]:
    """The same columns over as many screens, without one that is nearly empty."""
    every = [place for part in parts for place in part]
    size = ceil(len(every) / len(parts)) if every else 1
    return [every[start : start + size] for start in range(0, len(every), size)] or [[]]


def packed(heights: Sequence[float], room: float, most: int) -> list[int]:
    """How many rows stand on each screen: as few screens as there can be, and none nearly empty."""
    best = tried = _filled(heights, room, most)
    while len(tried) == len(best):
        best = tried
        starts = [sum(best[:place]) for place in range(len(best))]
        tallest = max(sum(heights[at : at + many]) for at, many in zip(starts, best, strict=True))
        tried = _filled(heights, tallest - 0.1, most)
        if tallest <= max(heights):
            break
    return best


def _filled(heights: Sequence[float], room: float, most: int) -> list[int]:
    """Every screen as full as can be; a row that is too high has one of its own."""
    sizes, used = [0], 0.0
    for height in heights:
        if sizes[-1] and (used + height > room or sizes[-1] == most):
            sizes.append(0)
            used = 0.0
        sizes[-1] += 1
        used += height
    return sizes


def _widths(rows: Sequence[Any], places: Sequence[int], shape: Shape) -> dict[int, float]:
    """How wide each column is: all its words on a line where there is room for that."""
    columns = {place: _column(rows, place) for place in (0, *places)}
    low, high = 0.0, shape.width
    for _ in range(20):  # halves the doubt about how much the widest columns may take
        most = (low + high) / 2
        taken = sum(_taken(one, most) for one in columns.values())
        low, high = (most, high) if taken <= shape.width else (low, most)
    widths = {place: _taken(one, low) for place, one in columns.items()}
    stretch = shape.width / sum(widths.values())
    return {place: width * stretch for place, width in widths.items()}


def _taken(column: Width, most: float) -> float:
    """The width of a column of which the words break beyond so much, where they can."""
    return max(column.least, min(column.whole, most))


def _column(rows: Sequence[Any], place: int) -> Width:
    found = [width_of(_cells(row)[place]) for row in rows if _spans_one(row) and place < len(_cells(row))]
    return Width(*(_SIDES + max((one[part] for one in found), default=0.0) for part in range(2)))


def _height(row: Any, groups: Sequence[dict[int, float]]) -> float:
    """The height of a row where it is highest."""
    if not _spans_one(row):
        return _PADDING + _LINE * max(lines_in(_cells(row)[0], sum(one.values()) - _SIDES) for one in groups)
    cells = _cells(row)
    lines = [
        lines_in(cells[at], wide - _SIDES) for one in groups for at, wide in one.items() if at < len(cells)
    ]
    return _PADDING + _LINE * max(lines, default=1)


def _spans_one(row: Any) -> bool:
    return not (len(_cells(row)) == 1 and hasattr(_cells(row)[0], "colSpan"))


def _for_projector(heads: list[Any], rows: list[Any]) -> tuple[list[Any], list[Any]]:
    """Without the columns and the parts of cells that stay at the desk."""
    named = _cells(heads[-1]) if heads else []
    dropped = {place for place, cell in enumerate(named) if "desk" in _classes(cell)}
    for row in (*heads, *rows):
        row.children = [without_desk(cell) for place, cell in enumerate(_cells(row)) if place not in dropped]
    return heads, rows


def _classes(part: Any) -> list[str]:
    return str(getattr(part, "className", "") or "").split(" ")


def _rows(table: html.Table, kind: type[Component]) -> list[Any]:
    inside = [part for part in _listed(table.children) if isinstance(part, kind)]
    return [row for part in inside for row in _listed(part.children)]


def _cells(row: Any) -> list[Any]:
    return _listed(row.children)


def _cut(row: Any, places: Sequence[int]) -> html.Tr:
    cells = _cells(row)
    kept = [cells[place] for place in places if place < len(cells)]
    if not _spans_one(row):
        kept = [copy(cells[0])]
        kept[0].colSpan = len(places)
    return html.Tr(kept, className=" ".join(_classes(row)))


def _listed(children: Any) -> list[Any]:
    if children is None:
        return []
    return list(children) if isinstance(children, (list, tuple)) else [children]
