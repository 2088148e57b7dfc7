"""What every page of the administration shares: its menu, its words, moments in local time, going on."""

from datetime import UTC, datetime
from functools import partial

from flask import Response, redirect, request
from werkzeug.wrappers import Response as Answer

from access.address import language_of
from access.gate import may_use
from access.reader import door, reader
from access.screens import screen
from components.format import number
from components.text import say

PLACE = "/beheer"
SECTIONS = (
    ("overview", PLACE),
    ("accounts", f"{PLACE}/accounts"),
    ("tokens", f"{PLACE}/sleutels"),
    ("policy", f"{PLACE}/regels"),
    ("plan", f"{PLACE}/plan"),
    ("versions", f"{PLACE}/versies"),
    ("settings", f"{PLACE}/instellingen"),
    ("record", f"{PLACE}/logboek"),
)
"""The menu: a word and its address, shown to who may open it."""


def shown(name: str, *, section: str, status: int = 200, **values: object) -> Response:
    """The page `name` under its place in the menu; `tell` in a template gives a text."""
    language = language_of(request.args)
    return screen(
        f"administration/{name}",
        status=status,
        tell=partial(_tell, language),
        sections=[one for one in SECTIONS if may_use(one[1])],
        section=section,
        asking=reader(),
        read_only=door().demonstration,
        moment=_moment,
        whole=partial(_whole, language),
        to=to,
        **values,
    )


def to(place: str, **asked: object) -> str:
    """An address of ours in the language of this page."""
    chosen = {**asked, **({"taal": "en"} if language_of(request.args) == "en" else {})}
    written = "&".join(f"{key}={value}" for key, value in chosen.items())
    return f"{place}?{written}" if written else place


def goes_to(place: str, **asked: object) -> Answer:
    """After a form: the page that shows what became of it."""
    return redirect(to(place, **asked), 303)


def _tell(language: str, key: str, **values: object) -> str:
    return say(f"administration.{key}", language, **values)


def _whole(language: str, count: int) -> str:
    return number(count, language)


def _moment(at: datetime | None) -> str:
    """A moment of the register, which keeps UTC, on the clock of this machine."""
    return at.replace(tzinfo=UTC).astimezone().strftime("%d-%m-%Y %H:%M") if at else ""
