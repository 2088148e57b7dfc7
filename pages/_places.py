"""Whether an address leads anywhere, known before the page is made: the status of the answer."""

import logging
from collections.abc import Mapping
from typing import Any

import dash

from access.address import UnknownChoice, read_view
from access.audience import published_for_reader
from access.reader import known_reader
from data.published import Published
from queries.goals import goals
from queries.indicators import indicators
from queries.partners import partners

log = logging.getLogger(__name__)


def is_place(path: str, query: Mapping[str, Any]) -> bool:
    """Whether a page answers this address with these choices; the reader's own file knows the codes."""
    try:
        read_view(query)
    except UnknownChoice:
        return False
    if any(page["path"] == path for page in dash.page_registry.values() if not page["path_template"]):
        return path != "/404"
    above, _, code = path.rpartition("/")
    template = f"{above}/<code>"
    if not any(page["path_template"] == template for page in dash.page_registry.values()):
        return False
    return _is_code(above, code)


def _is_code(above: str, code: str) -> bool:
    """What cannot be looked up (yet) is not denied either: the page itself says what is wrong."""
    known = _CODES.get(above)
    if known is None or known_reader() is None:
        return True
    try:
        return code in known(published_for_reader())
    except Exception:  # whatever it is, the page will fail on it too, and say so with a reference number
        log.debug("codes of %s cannot be looked up", above, exc_info=True)
        return True


def _goals(published: Published) -> set[str]:
    return {one.code for one in goals(published, language="nl")}


def _indicators(published: Published) -> set[str]:
    return {one.code for one in indicators(published, language="nl")}


def _partners(published: Published) -> set[str]:
    return {one.code for one in partners(published, language="nl")}


_CODES = {"/doelen": _goals, "/indicatoren": _indicators, "/methode": _indicators, "/partners": _partners}
"""Where the last part of the address is a code of the plan: which codes there are."""
