"""Cuts a table into screens of at most seven rows and seven columns, heads included, and no more than fits.

Sizes are shares of the height of the screen, with text of 3.3vh; a letter is about half as wide as high. The
width lies between that of screens of 16:9 and 4:3, so that a table fits on either.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.text import say

MOST = 7
_WIDTH, _FIRST, _ROOM = 136.0, 34.0, 76.0
_LETTER, _LINE, _PADDING, _SIGN = 1.75, 3.9, 2.4, 6.0
_TITLE_LETTERS, _TITLE_LINE = 46, 7.8


def table_screens(table: html.Table, title: str, language: str) -> Iterator[Component]:
    """One screen per part; every part repeats the heads of its rows and columns."""
    heads, rows = _rows(table, html.Thead), _rows(table, html.Tbody)
    pieces = [
        (part, places)
        for part in _packed(rows, heads, title, places_of([*heads, *rows]))
        for places in places_of([*heads, *rows])
    ]
    for number, (part, places) in enumerate(pieces, 1):
        shown = html.Table(
            [
                html.Thead([_cut(row, places) for row in heads]),
                html.Tbody([_cut(row, places) for row in part]),
            ],
            className=str(getattr(table, "className", "") or ""),
            style={"--columns": str(len(places))},
        )
        told = title
        if len(pieces) > 1:
            told = say("projector.part", language, title=title, number=number, total=len(pieces))
        head = html.Div(html.H1(told), className="proj-head")
        yield html.Div([head, html.Div(shown, className="proj-table")], className="proj-screen proj-tabled")


def places_of(rows: Sequence[Any]) -> list[list[int]]:
    """Which columns stand together, the first of the table always before them."""
    wide = max((len(_cells(row)) for row in rows), default=0)
    parts: list[list[int]] = [[]]
    used = _FIRST
    for place in range(1, wide):
        needed = max(_needed(_cells(row)[place]) for row in rows if place < len(_cells(row)))
        if parts[-1] and (used + needed > _WIDTH or len(parts[-1]) == MOST - 1):
            parts.append([])
            used = _FIRST
        parts[-1].append(place)
        used += needed
    return parts


def _packed(
    rows: Sequence[Any], heads: Sequence[Any], title: str, places: list[list[int]]
) -> list[list[Any]]:
    """The rows in parts that fit under the title and the heads, whichever columns stand beside them."""
    room = _ROOM - ceil(len(title) / _TITLE_LETTERS) * _TITLE_LINE
    room -= sum(max(_height(row, one) for one in places) for row in heads)
    parts: list[list[Any]] = [[]]
    used = 0.0
    for row in rows:
        needed = max(_height(row, one) for one in places)
        if parts[-1] and (used + needed > room or len(parts[-1]) >= MOST - len(heads)):
            parts.append([])
            used = 0.0
        parts[-1].append(row)
        used += needed
    return parts


def _height(row: Any, places: Sequence[int]) -> float:
    cells = _cells(row)
    wide = (_WIDTH - _FIRST) / max(len(places), 1)
    shown = [(cells[0], _FIRST)] if cells else []
    shown += [(cells[place], wide) for place in places if place < len(cells)]
    return _PADDING + _LINE * max((_lines(cell, width) for cell, width in shown), default=1)


def _lines(cell: Any, width: float) -> int:
    letters = max((width - _SIGN) / _LETTER, 1)
    return sum(max(ceil(len(text) / letters), 1) for text in _texts(cell)) or 1


def _needed(cell: Any) -> float:
    """The least width: its longest word, and room for a sign; short texts are kept on one line."""
    longest = max((len(word) for text in _texts(cell) for word in text.split()), default=0)
    whole = max((len(text) for text in _texts(cell)), default=0)
    return max(longest, min(whole, 12)) * _LETTER + _SIGN


def _texts(part: Any) -> list[str]:
    """The texts of a cell that stand under each other."""
    if isinstance(part, (list, tuple)):
        return [text for one in part for text in _texts(one)]
    if isinstance(part, Component):
        hidden = "sr" in str(getattr(part, "className", "") or "").split(" ")
        return [] if hidden else _texts(getattr(part, "children", None))
    return [] if part is None or not str(part).strip() else [str(part)]


def _rows(table: html.Table, kind: type[Component]) -> list[Any]:
    inside = [part for part in _listed(table.children) if isinstance(part, kind)]
    return [row for part in inside for row in _listed(part.children)]


def _cells(row: Any) -> list[Any]:
    return _listed(row.children)


def _cut(row: Any, places: Sequence[int]) -> html.Tr:
    cells = _cells(row)
    return html.Tr([cells[0], *(cells[place] for place in places if place < len(cells))] if cells else [])


def _listed(children: Any) -> list[Any]:
    if children is None:
        return []
    return list(children) if isinstance(children, (list, tuple)) else [children]
