"""The flow of care: which help follows which, and how that ended; drawn as shapes, for Dash has no SVG."""

from collections.abc import Sequence
from typing import Any

from components import format as written
from components.figures.flow_places import Band, Column, Node, Sizes, columns_of
from components.figures.flow_rows import Flow, largest, shown
from components.figures.labels import annotation, text_height, wrapped
from components.text import say
from components.theme import (
    BAND_80,
    BAND_95,
    INK,
    INK_2,
    INK_3,
    PAPER,
    SERIES,
    figure_layout,
    x_axis,
    y_axis,
)

_BAR = 0.012  # of the width
_HEAD, _NOTHING = 34, 120  # pixels above the nodes, and of a figure without flows
_WIDE = Sizes(characters=(24, 40, 34), lines=3, beside=True, tall=300)
_NARROW = Sizes(characters=(19, 19), lines=4, beside=False, tall=320)
_NAMES, _COUNT_FITS = 196, 15


def flow_figure(flows: Sequence[Flow], *, language: str) -> dict[str, Any]:
    """Three columns: help that ended, help that followed, how that ended; the largest flow stands out.

    On a narrow plot the last column is left out; the table has it.
    """
    drawn = shown(flows)
    if not drawn:
        return _empty(flows, language)
    wide = _drawn(columns_of(drawn, _WIDE, language), largest(flows), _WIDE, language)
    narrow = _drawn(columns_of(drawn, _NARROW, language)[:2], largest(flows), _NARROW, language)
    traces = wide.pop("data")
    small = {**narrow, "margin": {"l": 2, "r": 2, "t": _HEAD, "b": 4}}
    return {
        "data": traces,
        "layout": figure_layout(
            margin={"l": _NAMES, "r": 2, "t": _HEAD, "b": 4},
            xaxis=x_axis(visible=False, range=[0, 1]),
            meta={"narrow": small},
            **wide,
        ),
    }


def _drawn(columns: Sequence[Column], most: Flow | None, sizes: Sizes, language: str) -> dict[str, Any]:
    height = max(column.height for column in columns)
    bands = [band for column in columns[:-1] for band in column.bands]
    shapes = [_band(band, most) for band in bands]
    shapes += [_bar(node, column.x) for column in columns for node in column.nodes]
    words = [word for place, column in enumerate(columns) for word in _names(column, place, sizes, language)]
    words += [_head(column, place, sizes, language) for place, column in enumerate(columns)]
    words += [_count(band, most, language) for band in bands if band.height >= _COUNT_FITS]
    return {
        "data": [_hover(bands, language)],
        "height": round(height) + _HEAD + 4,
        "yaxis": y_axis(visible=False, range=[height, 0]),
        "shapes": shapes,
        "annotations": words,
    }


def _band(band: Band, most: Flow | None) -> dict[str, Any]:
    start, end, middle = band.start_x + _BAR, band.end_x, (band.start_x + _BAR + band.end_x) / 2
    top, bottom = (band.start_y, band.end_y), (band.start_y + band.height, band.end_y + band.height)
    path = (
        f"M {start:.4f},{top[0]:.1f} C {_curve(middle, end, *top)} "
        f"L {end:.4f},{bottom[1]:.1f} C {_curve(middle, start, *reversed(bottom))} Z"
    )
    colour = BAND_95 if band.is_rest else SERIES if band.flow is most else BAND_80
    line = {"color": PAPER, "width": 1}
    return {"type": "path", "path": path, "fillcolor": colour, "line": line, "layer": "below"}


def _curve(middle: float, end: float, leaves: float, arrives: float) -> str:
    """The three points of a curve that leaves and arrives level."""
    return f"{middle:.4f},{leaves:.1f} {middle:.4f},{arrives:.1f} {end:.4f},{arrives:.1f}"


def _bar(node: Node, x: float) -> dict[str, Any]:
    ends = {"x0": x, "x1": x + _BAR, "y0": node.top, "y1": node.top + max(node.height, 1)}
    return {"type": "rect", **ends, "fillcolor": INK_3 if node.is_rest else INK, "line": {"width": 0}}


def _names(column: Column, place: int, sizes: Sizes, language: str) -> list[dict[str, Any]]:
    """The name of a node with its count below it: left of the first column, above the others."""
    found = []
    for node in column.nodes:
        name = wrapped(node.name, sizes.characters[place], sizes.lines)
        count = say("flow.times", language, number=written.number(node.count, language))
        if place == 0 and sizes.beside:
            where: dict[str, Any] = {
                "x": 0,
                "xanchor": "left",
                "xshift": -_NAMES,
                "yanchor": "top",
                "y": node.top,
            }
            found.append(annotation(f"<b>{name}</b>", colour=INK, **where))
            found.append(annotation(count, colour=INK_2, **{**where, "yshift": -round(text_height(name))}))
            continue
        side = "left" if place == 0 or (place == 1 and sizes.beside) else "right"
        at: dict[str, Any] = {
            "x": column.x if side == "left" else column.x + _BAR,
            "xanchor": side,
            "align": side,
        }
        both = annotation(count, colour=INK_2, y=node.top, yanchor="bottom", yshift=1, **at)
        above: dict[str, Any] = {"y": node.top, "yanchor": "bottom", "yshift": 1 + round(text_height(count))}
        found += [annotation(f"<b>{name}</b>", colour=INK, **above, **at), both]
    return found


def _head(column: Column, place: int, sizes: Sizes, language: str) -> dict[str, Any]:
    key = ("flow.ended", "flow.followed", "flow.led_to")[place]
    side = "left" if place == 0 or (place == 1 and sizes.beside) else "right"
    shift = {"xshift": -_NAMES} if place == 0 and sizes.beside else {}
    x = column.x if side == "left" else column.x + _BAR
    return annotation(
        say(key, language),
        colour=INK_2,
        x=x,
        xanchor=side,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=12,
        **shift,
    )


def _count(band: Band, most: Flow | None, language: str) -> dict[str, Any]:
    text = written.number(band.count, language)
    where: dict[str, Any] = {"x": band.start_x + _BAR, "y": band.start_y + band.height / 2, "xshift": 4}
    colour = PAPER if band.flow is most else INK
    return annotation(text, colour=colour, xanchor="left", yanchor="middle", **where)


def _hover(bands: Sequence[Band], language: str) -> dict[str, Any]:
    """A point that nobody sees in the middle of each band, to read it from."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [(band.start_x + band.end_x) / 2 for band in bands],
        "y": [(band.start_y + band.end_y + band.height) / 2 for band in bands],
        "text": [
            say(
                "flow.hover",
                language,
                start=band.start,
                end=band.end,
                number=written.number(band.count, language),
            )
            for band in bands
        ],
        "marker": {"size": 14, "color": SERIES, "opacity": 0},
        "hovertemplate": "%{text}<extra></extra>",
    }


def _empty(flows: Sequence[Flow], language: str) -> dict[str, Any]:
    key = "flow.all_hidden" if any(flow.suppressed for flow in flows) else "figure.nothing"
    text = annotation(say(key, language), colour=INK_3, x=0.5, y=0.5, xref="paper", yref="paper")
    return {
        "data": [],
        "layout": figure_layout(
            height=_NOTHING,
            margin={"l": 2, "r": 2, "t": 4, "b": 4},
            xaxis=x_axis(visible=False, range=[0, 1]),
            yaxis=y_axis(visible=False, range=[1, 0]),
            annotations=[text],
        ),
    }
