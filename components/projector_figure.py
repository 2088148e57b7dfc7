"""A figure on a projector: its own words and axis there, and beside the plot what its signs and dates are."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.format import NBSP
from components.key import KeyItem, key_line
from components.projector_columns import LINE, Shape
from components.projector_words import PLAIN, TEXT, broken

_TITLE = 5.4
_PLOT = 36.0
"""The letters of a title above a plot with signs below it, and the least height of that plot."""
_BETWEEN, _SIGN = "\u2003", "\u2003\u2003"
"""About the space between two signs or events, and the room a sign takes before its words."""


def drawn(part: Component) -> Component:
    """A plot with the words, lines and axis it has on a projector, on every shape of screen."""
    graph: Any = part.children
    layout = graph.figure["layout"]
    if not (projector := _carried(layout)):
        return part
    kept = {name: projector[name] for name in ("annotations", "shapes")}
    axis = projector.get("yaxis", {})
    narrow = {**layout["meta"].get("narrow", {}), **kept, **({"yaxis": axis} if axis else {})}
    layout = {**layout, **kept, "meta": {**layout["meta"], "narrow": narrow}}
    layout["yaxis"] = {**layout.get("yaxis", {}), **axis}
    layout["margin"] = {**layout.get("margin", {}), **projector.get("margin", {})}
    graph.figure = {"data": graph.figure["data"], "layout": layout}
    return part


def signs_of(plot: Component, title: str, shape: Shape, room: float) -> list[Component]:
    """The key of the signs without a word of their own, and the dated events; nothing without either.

    The names of events are left out where the plot would become too low for them.
    """
    layout: dict[str, Any] = plot.children.figure["layout"]
    projector = _carried(layout)
    key = [KeyItem(sign, text) for sign, text in projector.get("key", ())]
    events = projector.get("events", ())
    if not (key or events):
        return []
    over = room - broken(title, shape.width, _TITLE) * _TITLE * 1.08 - _PLOT
    over -= LINE * _lines([_SIGN + item.text for item in key], shape)
    named = [f"{number} {what}: {name}" for number, what, name in events]
    is_named = LINE * _lines(named, shape) <= over
    told = [part for event in events for part in (_event(*event, is_named=is_named), " ")]
    parts: list[Component] = [key_line(key)] if key else []
    parts += [html.P(told, className="proj-events")] if told else []
    return [html.Div(parts, className="proj-signs")]


def _event(number: str, what: str, name: str, *, is_named: bool) -> html.Span:
    """Number, kind and date stay together on a line."""
    before: list[str | Component] = [html.B(number), NBSP] if number else []
    kept = what.replace(" ", NBSP)
    return html.Span([*before, f"{kept}: {name}" if is_named else kept])


def _lines(texts: Sequence[str], shape: Shape) -> int:
    return broken(_BETWEEN.join(texts), shape.width, PLAIN * TEXT) if texts else 0


def _carried(layout: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = (layout.get("meta") or {}).get("projector") or {}
    return found
