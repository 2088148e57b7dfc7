"""How often may be asked: per session, or per address for who did not sign in. Counted per worker."""

from typing import Any

from flask import Flask, request, session
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from access.session_door import SECRET

INSIDE = "600 per minute"
OUTSIDE = "120 per minute"
FORMS = "20 per minute"
_FILES = ("/assets/", "/_dash-component-suites/")


def limit_rates(server: Flask) -> Limiter:
    """Answer 429 to who asks more often; files are not counted."""
    limiter = Limiter(
        _who,
        app=server,
        default_limits=[_rate],
        storage_uri="memory://",
        headers_enabled=False,
    )
    limiter.request_filter(_is_file)
    return limiter


def _who() -> str:
    """Whom a request counts for; an attempt to sign in counts for its address, whatever the cookie says."""
    secret: Any = session.get(SECRET)
    if isinstance(secret, str) and not _is_attempt():
        return f"session {secret}"
    return f"address {get_remote_address()}{' form' if _is_attempt() else ''}"


def _rate() -> str:
    if _is_attempt():
        return FORMS
    return INSIDE if SECRET in session else OUTSIDE


def _is_attempt() -> bool:
    return request.method == "POST" and request.path.startswith(("/inloggen", "/account", "/beheer"))


def _is_file() -> bool:
    return request.path.startswith(_FILES)
