"""Cuts a table into screens of at most seven rows and seven columns, and no more than fits.

Letters are as large as they can be without taking more screens: those of a status, or else the smallest.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.aria import aria
from components.projector_columns import (
    MOST,
    Shape,
    cells_of,
    height_of,
    is_row_of_cells,
    places_of,
    widths_of,
)
from components.projector_widths import harm_of
from components.projector_words import classes_of, lines_of, listed, without_desk
from components.text import say

_LARGER = 4.4 / 3.3


def table_screens(
    tables: Sequence[tuple[html.Table, str]], language: str, shape: Shape
) -> Iterator[Component]:
    """One screen per part of these tables and their titles, in letters of one size.

    Every part repeats the heads of its rows and columns.
    """
    cuts = [cut for cut in (_Cut(table, title, shape) for table, title in tables) if cut.rows]
    is_larger = all(cut.is_as_calm_in_large_letters for cut in cuts)
    for cut in cuts:
        yield from cut.screens(cut.large if is_larger else cut.small, language)


def add_below(table: html.Table, told: Sequence[str]) -> None:
    """Sentences across all columns, below the last row."""
    rows = _rows(table, html.Tbody)
    wide = max((len(listed(row.children)) for row in rows), default=1)
    below = [html.Tr(html.Td(one, colSpan=wide, role="cell"), role="row") for one in told]
    table.children = [
        *listed(table.children),
        *([html.Tbody(below, role="rowgroup")] if below else []),
    ]


@dataclass(frozen=True)
class _Planned:
    """The widths of the columns that stand together, and how many rows stand on each screen."""

    groups: list[dict[int, float]]
    sizes: list[int]
    scale: float
    fits: bool
    harm: float

    @property
    def pieces(self) -> list[tuple[int, int, dict[int, float]]]:
        """The first row, the number of rows and the columns of every screen."""
        starts = [sum(self.sizes[:place]) for place in range(len(self.sizes))]
        parts = zip(starts, self.sizes, strict=True)
        return [(start, size, widths) for start, size in parts for widths in self.groups]


class _Cut:
    """A table for a projector: its heads, its rows and what is told below the last of them."""

    def __init__(self, table: html.Table, title: str, shape: Shape) -> None:
        self._title, self._shape = title, shape
        self._named = str(getattr(table, "className", "") or "")
        self._heads, rows = _for_projector(_rows(table, html.Thead), _rows(table, html.Tbody))
        self.rows, self._notes = _without_notes(rows)

    @cached_property
    def small(self) -> _Planned:
        return self._plan(1.0)

    @cached_property
    def large(self) -> _Planned:
        return self._plan(_LARGER)

    @property
    def is_as_calm_in_large_letters(self) -> bool:
        """Whether they take no more screens and break no more words that belong together."""
        small, large = self.small, self.large
        return large.fits and len(large.pieces) <= len(small.pieces) and large.harm <= small.harm

    def screens(self, planned: _Planned, language: str) -> Iterator[Component]:
        """Every part under the title, with which part it is."""
        kind = "proj-table" if planned.scale == 1.0 else "proj-table proj-table--larger"
        for number, (start, size, at) in enumerate(planned.pieces, 1):
            told: list[str | Component] = [self._title]
            if len(planned.pieces) > 1:
                said = say("projector.part", language, number=number, total=len(planned.pieces))
                told += [" ", html.Small(said)]
            head = html.Div(html.H1(told), className="proj-head")
            table = self._table(start, size, at, self._shape.width / planned.scale)
            # On a phone held upright it moves sideways, also by keyboard.
            shown = html.Div(table, className=kind, role="region", tabIndex="0", **aria(label=self._title))
            yield html.Div([head, shown], className="proj-screen proj-tabled")

    def _table(self, start: int, size: int, at: dict[int, float], width: float) -> html.Table:
        wide = sum(at.values())
        end = start + size
        rows = [*self.rows[start:end], *(self._notes if end == len(self.rows) else [])]
        return html.Table(
            [
                html.Colgroup([html.Col(style={"width": f"{one / wide:.2%}"}) for one in at.values()]),
                html.Thead([_cut(row, list(at)) for row in self._heads]),
                html.Tbody([_cut(row, list(at)) for row in rows]),
            ],
            className=self._named,
            style={"width": f"{min(wide / width, 1.0):.2%}"},
        )

    def _plan(self, scale: float) -> _Planned:
        width = self._shape.width / scale
        every = [*self._heads, *self.rows, *self._notes]
        groups = [widths_of(every, places, width) for places in places_of(every, width)]
        heights = [height_of(row, groups) for row in self.rows]
        heights[-1] += sum(height_of(row, groups) for row in self._notes)
        over = sum(height_of(row, groups) for row in self._heads)
        room = self._shape.room(self._title) / scale - over
        breaks = sum(harm_of(cells_of(every), one) for one in groups)
        return _Planned(groups, packed(heights, room, MOST), scale, max(heights) <= room, breaks)


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


def _without_notes(rows: list[Any]) -> tuple[list[Any], list[Any]]:
    """The rows, and what is told below the last of them: never on a screen of its own."""
    end = len(rows)
    while end > 1 and not is_row_of_cells(rows[end - 1]):
        end -= 1
    return rows[:end], rows[end:]


def _for_projector(heads: list[Any], rows: list[Any]) -> tuple[list[Any], list[Any]]:
    """Without the columns and the parts of cells that stay at the desk, and the columns that say nothing."""
    named = listed(heads[-1].children) if heads else []
    dropped = {place for place, cell in enumerate(named) if "desk" in classes_of(cell)}
    for row in (*heads, *rows):
        row.children = [without_desk(one) for at, one in enumerate(listed(row.children)) if at not in dropped]
    cells = [listed(row.children) for row in rows if is_row_of_cells(row)]
    wide = max((len(row) for row in cells), default=0)
    said = {
        at for at in range(wide) if at == 0 or any(lines_of(one) for row in cells for one in row[at : at + 1])
    }
    for row in (*heads, *(row for row in rows if is_row_of_cells(row))):
        row.children = [one for at, one in enumerate(listed(row.children)) if at in said]
    return heads, rows


def _rows(table: html.Table, kind: type[Component]) -> list[Any]:
    inside = [part for part in listed(table.children) if isinstance(part, kind)]
    return [row for part in inside for row in listed(part.children)]


def _cut(row: Any, places: Sequence[int]) -> html.Tr:
    cells = listed(row.children)
    kept = [cells[place] for place in places if place < len(cells)]
    if not is_row_of_cells(row):
        kept = [copy(cells[0])]
        kept[0].colSpan = len(places)
    return html.Tr(kept, className=" ".join(classes_of(row)))
