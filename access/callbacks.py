"""What a browser sends to ask for a page: looked at before Dash, which fails on what it does not expect."""

from typing import Any

from access.policies import PAGE_OUTPUT

_MOST_INPUTS = 20
_PAGE_OUTPUTS = [
    {"id": "_pages_content", "property": "children"},
    {"id": "_pages_store", "property": "data"},
]
_PAGE_INPUTS = ("pathname", "search")
_KEYS = {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}


def is_sound(body: Any) -> bool:
    """Whether the body has the shape of a callback, and for a page exactly that of its one callback."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str) or body.keys() - _KEYS:
        return False
    if not _are_named(body.get("inputs")) or not _are_named(body.get("state", [])):
        return False
    changed = body.get("changedPropIds", [])
    if not isinstance(changed, list) or not all(isinstance(one, str) for one in changed):
        return False
    return body["output"] != PAGE_OUTPUT or _asks_for_a_page(body)


def asked_page(body: Any) -> tuple[str, str]:
    """The path and the search of the page that a sound body asks for."""
    path, search = (one["value"] for one in body["inputs"])
    return path, search or ""


def _are_named(given: Any) -> bool:
    if not isinstance(given, list) or len(given) > _MOST_INPUTS:
        return False
    return all(
        isinstance(one, dict) and isinstance(one.get("id"), str) and isinstance(one.get("property"), str)
        for one in given
    )


def _asks_for_a_page(body: dict[str, Any]) -> bool:
    given = [(one["id"], one["property"]) for one in body["inputs"]]
    if given != [("_pages_location", name) for name in _PAGE_INPUTS] or body.get("state"):
        return False
    path, search = (one.get("value") for one in body["inputs"])
    if not isinstance(path, str) or not path.startswith("/") or not isinstance(search, str | None):
        return False
    return body.get("outputs", _PAGE_OUTPUTS) == _PAGE_OUTPUTS and not (search and search[0] != "?")
