"""The menu: the pages that registered a place in it, in their order."""

import dash

from access.address import View
from access.gate import may_open
from components.frame import NavItem
from components.text import say


def menu(view: View, path: str) -> list[NavItem]:
    """A link per page with the reader's choices; the one that holds `path` is the current one."""
    return [
        NavItem(say(page["menu"], view.language), view.href(page["path"]), current=_holds(page["path"], path))
        for page in dash.page_registry.values()
        if "menu" in page and may_open(page["path"])
    ]


def _holds(place: str, path: str) -> bool:
    return path == place or (place != "/" and path.startswith(f"{place}/"))
