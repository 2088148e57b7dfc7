"""Which published file a request opens: that of its reader, and no other."""

import ipaddress

from flask import Request, abort, current_app

from access.reader import reader
from data.published import Published, PublishedFiles

EXTENSION = "smartdash.published"
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-Ip")
_OWN_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def audience() -> str:
    """The file of the reader who asks; 403 for the administrator, who has no figures of his own."""
    found = reader().audience or abort(403)
    return found.file


def published_for_reader() -> Published:
    """The figures that the reader of this request may see; there is no other way to open them."""
    files: PublishedFiles = current_app.extensions[EXTENSION]
    return files.open(audience())


def is_on_this_machine(request: Request) -> bool:
    """Whether a request was made here, under a name of this machine and not passed on by a proxy."""
    if any(header in request.headers for header in _FORWARDED):
        return False
    name = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
    return name in _OWN_NAMES and _is_loopback(request.remote_addr or "")


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
