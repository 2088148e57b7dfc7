"""How often may be asked: per session, or per address for who did not sign in. Counted per worker."""

from http import HTTPStatus
from typing import Any

from flask import Flask, Response, request, session
from flask_limiter import Limit, Limiter
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
        default_limits=[
            _rate,
            Limit(lambda: FORMS, _address, exempt_when=lambda: not _is_attempt(), deduct_when=_is_refused),
        ],
        storage_uri="memory://",
        headers_enabled=False,
    )
    limiter.request_filter(_is_file)
    return limiter


def _who() -> str:
    """Whom a request counts for."""
    secret: Any = session.get(SECRET)
    return f"session {secret}" if isinstance(secret, str) else f"address {get_remote_address()}"


def _address() -> str:
    """Whom a refused form counts for, whatever the cookie says."""
    return f"address {get_remote_address()} form"


def _rate() -> str:
    return INSIDE if SECRET in session else OUTSIDE


def _is_attempt() -> bool:
    return request.method == "POST" and request.path.startswith(("/inloggen", "/account", "/beheer"))


def _is_refused(answer: Response) -> bool:
    """A town hall may share one address: who comes in there takes nothing from the others."""
    return answer.status_code >= HTTPStatus.BAD_REQUEST


def _is_file() -> bool:
    return request.path.startswith(_FILES)
