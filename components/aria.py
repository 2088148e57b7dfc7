"""Attributes with a hyphen, which Dash takes only as keys: for assistive technology and the style sheet."""

from typing import Any


def aria(**attributes: str) -> dict[str, Any]:
    """The attributes with `aria-` before them, to spread into an html element: **aria(label='...')."""
    return {f"aria-{name}": text for name, text in attributes.items()}


def data_label(name: str) -> dict[str, Any]:
    """The name of its column for a table cell, which the style sheet shows where a row becomes a list."""
    return {"data-label": name}
