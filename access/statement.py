"""The accessibility statement for who did not sign in, or has no figures: the same words, no script."""

from functools import partial

from flask import Response, request

from access.address import language_of
from access.screens import screen
from components.format import long_date
from components.statement import CLAIMS, DRAWN_UP, SHORTCOMINGS
from components.text import say

PLACE = "/toegankelijkheid"


def statement() -> Response:
    """The whole statement; the contact stands in the plan, which is for readers."""
    language = language_of(request.args)
    return screen(
        "statement",
        tell=partial(_tell, language),
        claims=CLAIMS,
        shortcomings=SHORTCOMINGS,
        drawn_up=long_date(DRAWN_UP, language),
    )


def _tell(language: str, key: str, **values: object) -> str:
    return say(f"page_access.{key}", language, **values)
