"""Puts a tree of html components into one: 40 table rows are 290 components, which Dash handles one by one.

The tree travels as escaped HTML in an attribute; assets/frozen.js fills the element with it. For what never
changes by itself: tables and matrices. Links in it work as everywhere.
"""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

_ATTRIBUTES = {"className": "class", "tabIndex": "tabindex", "colSpan": "colspan", "rowSpan": "rowspan"}
_TREE = "_frozen_tree"  # not a property of the component, so that it never travels
_EMPTY = {"br", "hr", "col"}


def frozen(tree: Component, **attributes: Any) -> html.Div:
    """One element with these attributes that shows the tree."""
    host = html.Div(**{**attributes, "data-html": as_html(tree)})
    vars(host)[_TREE] = tree
    return host


def refreeze(host: Component) -> None:
    """Show the tree of this element as it is now."""
    setattr(host, "data-html", as_html(thawed(host)))


def thawed(host: Component) -> Component | None:
    """The tree that was put into this element; None for any other element."""
    tree: Component | None = vars(host).get(_TREE)
    return tree


def as_html(tree: Any) -> str:
    """The HTML of a tree of html components and texts; TypeError for anything that needs Dash to live."""
    if tree is None:
        return ""
    if isinstance(tree, (list, tuple)):
        return "".join(as_html(part) for part in tree)
    if not isinstance(tree, Component):
        return escape(str(tree), quote=False)
    described = tree.to_plotly_json()
    if described["namespace"] != "dash_html_components":
        raise TypeError(f"{described['type']} cannot be frozen")
    tag, properties = described["type"].lower(), dict(described["props"])
    content = as_html(properties.pop("children", None))
    start = f"<{tag}{_attributes(properties)}>"
    return start if tag in _EMPTY else f"{start}{content}</{tag}>"


def _attributes(properties: Mapping[str, Any]) -> str:
    return "".join(
        _attribute(name, given) for name, given in properties.items() if given not in (None, False)
    )


def _attribute(name: str, given: Any) -> str:
    if name == "style":  # a strict policy forbids style attributes; the script sets the properties
        name, given = "data-style", json.dumps(given)
    return f' {_ATTRIBUTES.get(name, name)}="{escape("" if given is True else str(given))}"'
