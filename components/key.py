"""The key of a figure: one short line that names the signs it uses."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A sign and its meaning; `sign` is a class of assets/theme.css (k-path, k-norm), empty for a series."""

    sign: str
    text: str


def key_line(items: Sequence[KeyItem]) -> html.P:
    """The signs beside each other, each with its words."""
    return html.P([_item(item) for item in items], className="key")


def _item(item: KeyItem) -> html.Span:
    return html.Span(item.text, className=item.sign) if item.sign else html.Span(item.text)
