"""Reasons of ending through time: a small panel of bars per reason, all on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components import format as written
from components.figures.labels import annotation, text_height, wrapped
from components.text import say
from components.theme import INK, INK_2, INK_3, INTERVAL, RULE, SERIES, figure_layout, x_axis, y_axis

_ROW, _BAR, _GAP = 24, 14, 20  # pixels: a period, its bar, between two panels on a narrow plot
_NAMES, _NOTHING = 116, 120
_FILL = 0.58  # of a panel's width that the largest share takes; the number stands behind it
_WIDE_CHARACTERS, _NARROW_CHARACTERS, _LINES = 15, 44, 3
DECIMALS = 1
"""Of every share here, so that the reasons of the figure add up to the sum in its title."""


@dataclass(frozen=True, slots=True)
class ReasonShare:
    """The share of one period that ended for one reason; without share it is hidden or not known.

    `small` says that few ended: a share of them is no conclusion.
    """

    period: str
    share: float | None
    suppressed: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class ReasonPanel:
    """One reason through time, oldest period first; a dark one counts as dropout."""

    label: str
    is_dropout: bool
    rows: Sequence[ReasonShare]


def reasons_time_figure(panels: Sequence[ReasonPanel], *, language: str) -> dict[str, Any]:
    """The panels beside each other with the periods below each other; each below the last when narrow."""
    periods = list(panels[0].rows) if panels else []
    if not periods:
        return _empty(language)
    largest = max((row.share for panel in panels for row in panel.rows if row.share), default=1.0)
    wide = _beside(panels, largest, language)
    narrow = {**_below(panels, largest, language), "margin": {"l": _NAMES - 20, "r": 2, "t": 4, "b": 4}}
    return {
        "data": [],
        "layout": figure_layout(
            margin={"l": _NAMES, "r": 2, "t": 4, "b": 4}, meta={"narrow": narrow}, **wide
        ),
    }


def _beside(panels: Sequence[ReasonPanel], largest: float, language: str) -> dict[str, Any]:
    heads = [wrapped(panel.label, _WIDE_CHARACTERS, _LINES) for panel in panels]
    top = max(text_height(head) for head in heads) + 6
    shapes: list[dict[str, Any]] = []
    words = [_period(row, top + _middle(place), language) for place, row in enumerate(panels[0].rows)]
    for number, (panel, head) in enumerate(zip(panels, heads, strict=True)):
        words.append(annotation(f"<b>{head}</b>", colour=INK, x=number, y=0, xanchor="left", yanchor="top"))
        drawn, told = _panel(panel, number, top, largest, language)
        shapes += drawn
        words += told
    height = top + _ROW * len(panels[0].rows)
    return _layout(height, len(panels), shapes, words)


def _below(panels: Sequence[ReasonPanel], largest: float, language: str) -> dict[str, Any]:
    shapes: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    top = 0.0
    for panel in panels:
        head = wrapped(panel.label, _NARROW_CHARACTERS, _LINES)
        left: dict[str, Any] = {"x": 0, "xanchor": "left", "xshift": 20 - _NAMES, "yanchor": "top"}
        words.append(annotation(f"<b>{head}</b>", colour=INK, y=top, **left))
        top += text_height(head) + 4
        words += [_period(row, top + _middle(place), language, 20) for place, row in enumerate(panel.rows)]
        drawn, told = _panel(panel, 0, top, largest, language)
        shapes += drawn
        words += told
        top += _ROW * len(panel.rows) + _GAP
    return _layout(top - _GAP, 1, shapes, words)


def _panel(
    panel: ReasonPanel, number: int, top: float, largest: float, language: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The bars of one panel with a hairline where they begin, and the words behind them."""
    bottom = top + _ROW * len(panel.rows)
    line = {"color": RULE, "width": 1}
    shapes: list[dict[str, Any]] = [
        {"type": "line", "x0": number, "x1": number, "y0": top, "y1": bottom, "line": line}
    ]
    words = []
    for place, row in enumerate(panel.rows):
        middle = top + _middle(place)
        end = number + (row.share or 0) / largest * _FILL
        if row.share:
            ends = {"x0": number, "x1": end, "y0": middle - _BAR / 2, "y1": middle + _BAR / 2}
            colour = SERIES if panel.is_dropout else INTERVAL
            shapes.append({"type": "rect", **ends, "fillcolor": colour, "line": {"width": 0}})
        text, ink = _told(row, language)
        where: dict[str, Any] = {"x": end, "y": middle, "xanchor": "left", "yanchor": "middle", "xshift": 5}
        words.append(annotation(text, colour=ink, **where))
    return shapes, words


def _told(row: ReasonShare, language: str) -> tuple[str, str]:
    if row.share is not None:
        return written.percentage(row.share, language, DECIMALS), INK
    return say("state.hidden" if row.suppressed else "state.not_measured", language), INK_3


def _period(row: ReasonShare, middle: float, language: str, shift: int = 0) -> dict[str, Any]:
    text = written.period_short(row.period, language)
    where: dict[str, Any] = {"xanchor": "left", "xshift": shift - _NAMES, "yanchor": "middle"}
    return annotation(text, colour=INK_2, x=0, y=middle, **where)


def _middle(place: int) -> float:
    return place * _ROW + _ROW / 2


def _layout(
    height: float, panels: int, shapes: list[dict[str, Any]], words: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "height": round(height) + 8,
        "xaxis": x_axis(visible=False, range=[0, panels]),
        "yaxis": y_axis(visible=False, range=[height, 0]),
        "shapes": shapes,
        "annotations": words,
    }


def _empty(language: str) -> dict[str, Any]:
    text = annotation(say("figure.nothing", language), colour=INK_3, x=0.5, y=0.5, xref="paper", yref="paper")
    return {
        "data": [],
        "layout": figure_layout(margin={"l": 2, "r": 2, "t": 4, "b": 4}, **_layout(_NOTHING, 1, [], [text])),
    }
