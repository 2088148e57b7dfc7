"""The pages that stand before the dashboard: plain HTML with forms, which work without a script."""

from functools import partial

from flask import Blueprint, Response, make_response, render_template, request
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError

from access.address import language_of
from access.reader import door
from components.text import Language, say

protection = CSRFProtect()
"""A form is only taken from a page of ours; callbacks of Dash are checked by the gate instead."""


def form_routes(name: str) -> Blueprint:
    """Routes whose forms must carry the token that was put in them."""
    routes = Blueprint(name, __name__, template_folder="templates")

    @routes.before_request
    def check_token() -> None:
        if request.method not in {"GET", "HEAD"}:
            protection.protect()

    @routes.errorhandler(CSRFError)
    def expired(_error: CSRFError) -> Response:
        return screen("stale", status=400)

    return routes


def screen(name: str, *, status: int = 200, **values: object) -> Response:
    """The page `name` in the language of the address; `words` in a template gives a text of its section."""
    language = language_of(request.args)
    html = render_template(
        f"{name}.html",
        language=language,
        other=Language(language).other,
        words=partial(_words, language),
        demonstration=door().demonstration,
        **values,
    )
    return make_response(html, status)


def _words(language: str, key: str, **values: object) -> str:
    return say(f"door.{key}", language, **values)
