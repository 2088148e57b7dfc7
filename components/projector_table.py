"""Cuts a table into screens of at most seven rows and seven columns, heads included, and no more than fits.

Sizes are shares of the height of the screen, with text of 3.3vh; a letter is about half as wide as high. The
width is that of a screen of 16:9 with some to spare; on a narrower one the title gives way.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from math import ceil
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.projector_words import LETTER, Width, lines_in, width_of, without_desk
from components.text import say

MOST = 7
_WIDTH, _ROOM = 164.0, 76.0
_LINE, _PADDING = 4.0, 2.3
_TITLE_LETTERS, _TITLE_LINE, _PART = 46, 7.6, 4


def table_screens(table: html.Table, title: str, language: str) -> Iterator[Component]:
    """One screen per part; every part repeats the heads of its rows and columns."""
    heads, rows = _for_projector(_rows(table, html.Thead), _rows(table, html.Tbody))
    if not rows:
        return
    groups = places_of([*heads, *rows])
    pieces = [(part, places) for part in _packed(rows, heads, title, groups) for places in groups]
    for number, (part, places) in enumerate(pieces, 1):
        shown = html.Table(
            [
                html.Thead([_cut(row, places) for row in heads]),
                html.Tbody([_cut(row, places) for row in part]),
            ],
            className=str(getattr(table, "className", "") or ""),
            style={"--columns": str(len(places))},
        )
        told: list[str | Component] = [title]
        if len(pieces) > 1:
            said = say("projector.part", language, number=number, total=len(pieces))
            told += [" ", html.Small(said)]
        head = html.Div(html.H1(told), className="proj-head")
        yield html.Div([head, html.Div(shown, className="proj-table")], className="proj-screen proj-tabled")


def places_of(rows: Sequence[Any]) -> list[list[int]]:
    """Which columns stand together, the first of the table always before them."""
    wide = max((len(_cells(row)) for row in rows), default=0)
    first = _column(rows, 0).comfortable
    parts: list[list[int]] = [[]]
    used = first
    for place in range(1, wide):
        needed = _column(rows, place).comfortable
        if parts[-1] and (used + needed > _WIDTH or len(parts[-1]) == MOST - 1):
            parts.append([])
            used = first
        parts[-1].append(place)
        used += needed
    return _evened(parts)


def _evened(parts: list[list[int]]) -> list[list[int]]:
    """The same columns over as many screens, without one that is nearly empty."""
    every = [place for part in parts for place in part]
    size = ceil(len(every) / len(parts)) if every else 1
    return [every[start : start + size] for start in range(0, len(every), size)] or [[]]


def _packed(
    rows: Sequence[Any], heads: Sequence[Any], title: str, groups: list[list[int]]
) -> list[list[Any]]:
    """The rows in parts that fit under the title and the heads, whichever columns stand beside them."""
    widths = {place: width for one in groups for place, width in _widths([*heads, *rows], one).items()}
    room = _ROOM - ceil((len(title) + _PART) / _TITLE_LETTERS) * _TITLE_LINE
    room -= sum(_height(row, widths) for row in heads)
    heights = [_height(row, widths) for row in rows]
    most = MOST - len(heads)
    sizes = _even_sizes(heights, room, most)
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    return [list(rows[start : start + size]) for start, size in zip(starts, sizes, strict=True)]


def _even_sizes(heights: Sequence[float], room: float, most: int) -> list[int]:
    """How many rows stand on each screen: as few screens as there can be, and about as many rows on each."""
    for size in range(min(most, len(heights)), 0, -1):
        count = ceil(len(heights) / size)
        even = [len(heights) // count + (place < len(heights) % count) for place in range(count)]
        starts = [sum(even[:place]) for place in range(count)]
        tallest = max(sum(heights[at : at + rows]) for at, rows in zip(starts, even, strict=True))
        if tallest <= room or size == 1:
            return even
    return []


def _widths(rows: Sequence[Any], places: Sequence[int]) -> dict[int, float]:
    """How wide a browser makes each column: all its words on a line where there is room for that."""
    columns = {place: _column(rows, place) for place in (0, *places)}
    spare = _WIDTH - sum(one.least for one in columns.values())
    asked = sum(one.whole - one.least for one in columns.values())
    if asked <= spare:
        stretch = _WIDTH / sum(one.whole for one in columns.values())
        return {place: one.whole * stretch for place, one in columns.items()}
    share = max(spare, 0.0) / asked
    return {place: one.least + share * (one.whole - one.least) for place, one in columns.items()}


def _column(rows: Sequence[Any], place: int) -> Width:
    found = [width_of(_cells(row)[place]) for row in rows if place < len(_cells(row))]
    return Width(*(max((one[part] for one in found), default=0.0) for part in range(2)))


def _height(row: Any, widths: dict[int, float]) -> float:
    cells = [(cell, widths[place]) for place, cell in enumerate(_cells(row)) if place in widths]
    return _PADDING + _LINE * max((lines_in(cell, width / LETTER) for cell, width in cells), default=1)


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
    kept = [cells[0], *(cells[place] for place in places if place < len(cells))] if cells else []
    if len(cells) == 1 and hasattr(cells[0], "colSpan"):
        kept = [copy(cells[0])]
        kept[0].colSpan = len(places) + 1
    return html.Tr(kept, className=" ".join(_classes(row)))


def _listed(children: Any) -> list[Any]:
    if children is None:
        return []
    return list(children) if isinstance(children, (list, tuple)) else [children]
