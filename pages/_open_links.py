"""Takes the address off a link that this reader may not follow; its words stay.

Pages need not know who reads them: what a figure is called may be seen where the page behind it may not.
"""

from collections.abc import Callable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.frozen import refreeze, thawed


def close_links(content: Sequence[Component], may_open: Callable[[str], bool]) -> None:
    """Make plain words of every internal link in these parts that may not be followed."""
    for part in content:
        _close(part, may_open)


def _close(part: Any, may_open: Callable[[str], bool]) -> bool:
    """Whether anything in this part was changed."""
    if isinstance(part, (list, tuple)):
        changes = [_close(one, may_open) for one in part]  # each of them, not until the first
        return any(changes)
    if not isinstance(part, Component):
        return False
    changed = _is_closed(part, may_open)
    if changed:
        vars(part).pop("href", None)
    if (tree := thawed(part)) is not None and _close(tree, may_open):
        refreeze(part)
    return _close(getattr(part, "children", None), may_open) or changed


def _is_closed(part: Component, may_open: Callable[[str], bool]) -> bool:
    """Whether it leads to a page of the dashboard that is not for this reader; a file has its own guard."""
    href = getattr(part, "href", None) if isinstance(part, html.A) else None
    if not isinstance(href, str) or not href.startswith("/") or hasattr(part, "download"):
        return False
    return not may_open(href.partition("#")[0])
