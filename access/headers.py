"""The headers that keep a browser from doing more than we meant."""

from collections.abc import Sequence

from dash import Dash
from flask import Flask, Response, request

from access.style_hashes import STYLE_HASHES

_FIXED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def send_security_headers(app: Dash) -> None:
    """Put the headers on every answer; figures are never kept by a shared cache."""

    server: Flask = app.server

    @server.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(_FIXED)
        response.headers["Content-Security-Policy"] = content_security_policy(app.csp_hashes())
        # The interface says for itself what may be kept: an answer, until the next version.
        if not request.path.startswith(("/assets/", "/_dash-component-suites/", "/api/")):
            response.headers["Cache-Control"] = "no-store"
        return response


def content_security_policy(script_hashes: Sequence[str]) -> str:
    """A policy without 'unsafe-inline' and 'unsafe-eval'; what the page itself holds is named by its hash."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *script_hashes]),
        "style-src": "'self'",
        "style-src-elem": " ".join(["'self'", *STYLE_HASHES]),
        "style-src-attr": "'none'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }
    return "; ".join(f"{rule} {sources}" for rule, sources in rules.items())
