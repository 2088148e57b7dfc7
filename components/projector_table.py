"""Cuts a table into screens of at most seven rows and seven columns, heads included."""

from collections.abc import Iterator, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.text import say

MOST = 7


def table_screens(table: html.Table, title: str, language: str) -> Iterator[Component]:
    """One screen per part; every part repeats the heads of its rows and columns."""
    heads, rows = _rows(table, html.Thead), _rows(table, html.Tbody)
    wide = max((len(_cells(row)) for row in [*heads, *rows]), default=0)
    columns = [range(start, min(start + MOST - 1, wide)) for start in range(1, max(wide, 2), MOST - 1)]
    tall = max(MOST - len(heads), 1)
    pieces = [(start, places) for start in range(0, max(len(rows), 1), tall) for places in columns]
    for number, (start, places) in enumerate(pieces, 1):
        part = html.Table(
            [
                html.Thead([_cut(row, places) for row in heads]),
                html.Tbody([_cut(row, places) for row in rows[start : start + tall]]),
            ],
            className=str(getattr(table, "className", "") or ""),
            style={"--columns": str(len(places))},
        )
        told = title
        if len(pieces) > 1:
            told = say("projector.part", language, title=title, number=number, total=len(pieces))
        head = html.Div(html.H1(told), className="proj-head")
        yield html.Div([head, html.Div(part, className="proj-table")], className="proj-screen proj-tabled")


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
