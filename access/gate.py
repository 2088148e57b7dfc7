"""The door: a request without a policy gets no answer, and an app with a gap does not start.

Dash by itself answers any callback of any page to anyone, so the outputs that may be asked are named here.
"""

from collections.abc import Iterable

from flask import Flask, Request, abort, request
from werkzeug.exceptions import MethodNotAllowed

from access.audience import is_on_this_machine

OPEN_ROUTES = frozenset(
    {
        "/",
        "/<path:path>",
        "/_dash-layout",
        "/_dash-dependencies",
        "/_dash-update-component",
        "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>",
        "/_favicon.ico",
        "/assets/<path:filename>",
        "/csv/<question>",
        "/versie",
        "/kijken-als",
    }
)
TOKEN_ROUTES = frozenset(
    {
        "/health",
        "/api/",
        "/api/<path:rest>",
        "/api/v1/openapi.json",
        "/api/v1/version",
        "/api/v1/goals",
        "/api/v1/indicators",
        "/api/v1/partners",
        "/api/v1/observations",
    }
)
"""The interface: answers whoever shows a token, or says nothing about figures."""
FORM_ROUTES = frozenset({"/kijken-als"})
"""Forms of our own, which carry a token against forgery."""
CLOSED_ROUTES = frozenset({"/_reload-hash"})
OPEN_OUTPUTS = frozenset({".._pages_content.children..._pages_store.data..", "_pages_dummy.children"})
LARGEST_BODY = 64 * 1024


class UnguardedEntrance(RuntimeError):
    """The app has a route or callback that no policy speaks of; the message names it."""


def guard(server: Flask) -> None:
    """Let no request through that is not from this machine, or that no policy allows."""
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    server.before_request(_refuse_what_is_not_allowed)


def prove_guarded(server: Flask, outputs: Iterable[str]) -> None:
    """UnguardedEntrance when a route or callback output is neither open nor closed by name."""
    rules = {rule.rule for rule in server.url_map.iter_rules()}
    gaps = (rules - OPEN_ROUTES - TOKEN_ROUTES - CLOSED_ROUTES) | (set(outputs) - OPEN_OUTPUTS)
    if gaps:
        raise UnguardedEntrance(", ".join(sorted(gaps)))


def _refuse_what_is_not_allowed() -> None:
    if not is_on_this_machine(request):
        abort(403)
    if isinstance(request.routing_exception, MethodNotAllowed) and request.path.startswith(
        ("/api/", "/health")
    ):
        return  # the interface says itself that it only answers questions
    if request.url_rule is None or request.url_rule.rule not in OPEN_ROUTES | TOKEN_ROUTES:
        abort(404)
    if request.method in {"GET", "HEAD"}:
        return
    if not _is_from_our_own_page(request):
        abort(403)
    if request.url_rule.rule not in FORM_ROUTES and not _is_known_callback(request):
        abort(403)


def _is_from_our_own_page(asked: Request) -> bool:
    if asked.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    here = asked.host_url.rstrip("/")
    return asked.headers.get("Origin", here) == here


def _is_known_callback(asked: Request) -> bool:
    """Whether a POST asks for an output that a page really has."""
    body = asked.get_json(silent=True)
    return isinstance(body, dict) and isinstance(output := body.get("output"), str) and output in OPEN_OUTPUTS
