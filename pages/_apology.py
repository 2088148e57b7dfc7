"""What a reader gets instead of a page: what happened and what to do about it."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from access.address import KEYS, UnknownChoice, View
from components.states import error_state, unknown_choice_state, unknown_state
from components.text import say


class UnknownPlace(LookupError):
    """The address names an indicator or partner that the plan does not have."""


@dataclass(frozen=True)
class Apology:
    """The title for the browser and the designed state for the page."""

    language: str
    title: str
    content: Component


def unknown(language: str, error: Exception, here: str) -> Apology:
    """The address names something that does not exist; only a choice when it is one of ours.

    The page `here` is then there: the way on is the same page without that choice.
    """
    title, home = say("state.unknown_title", language), View(language=language).href("/")
    if isinstance(error, UnknownChoice) and error.key in KEYS.values():
        title = say("state.unknown_choice_title", language)
        text = say("page.unknown_choice", language, choice=error.key, value=error.value)
        again = View(language=language).href(here)
        return Apology(language, title, unknown_choice_state(language, text=text, again=again, home=home))
    return Apology(language, title, unknown_state(language, home=home))


def failed(language: str, reference: str) -> Apology:
    """Something broke; the reference leads to the entry in the log."""
    home = View(language=language).href("/")
    content = error_state(language, reference=reference, home=home)
    return Apology(language, say("state.error_title", language), content)


def nothing_published(language: str) -> Apology:
    """There is no version yet; says which command makes one."""
    return _with_command(language, "nothing", "python manage.py samples")


def unreadable(language: str) -> Apology:
    """The version was made by another release; says which command makes it anew."""
    return _with_command(language, "unreadable", "python manage.py publish")


def _with_command(language: str, state: str, command: str) -> Apology:
    title = say(f"page.{state}_title", language)
    text = html.P([say(f"page.{state}_text", language), " ", html.Code(command)], className="lede")
    return Apology(language, title, html.Div([html.H1(title), text], className="state"))
