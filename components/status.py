"""What a reader is told about a figure: a sign, a word and a colour, each of which suffices alone."""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from components.text import say
from domain.status import Movement, PathStatus, Status


class Sign(StrEnum):
    """The shape that the style sheet draws; the value is the ending of its class."""

    BETTER = "better"
    WORSE = "worse"
    UNDECIDED = "undecided"
    ABSENT = "absent"
    HIDDEN = "hidden"


_SIGNS: dict[str, Sign] = {
    Status.MET: Sign.BETTER,
    Status.NOT_MET: Sign.WORSE,
    Status.UNDECIDED: Sign.UNDECIDED,
    Status.NOT_MEASURED: Sign.ABSENT,
    Status.NOT_AGREED: Sign.ABSENT,
    Status.NO_CRITERION: Sign.ABSENT,
    Status.SUPPRESSED: Sign.HIDDEN,
    Movement.IMPROVING: Sign.BETTER,
    Movement.WORSENING: Sign.WORSE,
    Movement.HIGHER: Sign.UNDECIDED,
    Movement.LOWER: Sign.UNDECIDED,
    Movement.NO_CHANGE: Sign.UNDECIDED,
    Movement.TOO_FEW: Sign.ABSENT,
    PathStatus.REACHED: Sign.BETTER,
    PathStatus.ON_PATH: Sign.BETTER,
    PathStatus.BEHIND: Sign.WORSE,
    PathStatus.NO_TARGET: Sign.ABSENT,
}
"""Codes that two messages share, such as undecided and suppressed, have one sign."""


MOVED = {Movement.IMPROVING, Movement.WORSENING, Movement.HIGHER, Movement.LOWER}
DECIDED = {PathStatus.REACHED, PathStatus.ON_PATH, PathStatus.BEHIND}
"""Where there is no room for every word: a movement of more than chance, and a path that can be told."""


def sign_of(told: str) -> Sign:
    """The sign of a code of any of the three messages."""
    return _SIGNS[told]


def status_word(status: str, language: str) -> str:
    """'Voldoet', 'Voldoet niet' or 'Nog niet te zeggen'."""
    return say(f"status.{status}", language)


def movement_word(movement: str, language: str) -> str:
    """'Gaat vooruit', 'Geen bijzondere verandering'."""
    return say(f"movement.{movement}", language)


def path_word(path: str, language: str) -> str:
    """'Op pad', 'Achter op het pad'."""
    return say(f"on_path.{path}", language)


def status_mark(
    status: str, language: str, *, strong: bool = False, small: bool = False, title: str = ""
) -> html.Span:
    """Against the criterion; `strong` says that it holds at 99.8 % too."""
    word: list[str | Component] = [status_word(status, language)]
    if strong:
        word.append(strong_tag(language))
    return _mark(status, word, small, title)


def movement_mark(
    movement: str, language: str, *, small: bool = False, title: str = "", word: str = ""
) -> html.Span:
    """Where the series goes; in other words than its own where `word` says it for a narrower place."""
    return _mark(movement, [word or movement_word(movement, language)], small, title)


def movement_note(movement: str, language: str) -> html.Small:
    """The same beside a figure with a sign of its own: a ring instead of a filled sign."""
    word = movement_word(movement, language)
    return html.Small(word, className=f"moves moves--{sign_of(movement)}")


def path_note(path: str, language: str) -> html.Small:
    """The path beside a figure with a sign of its own: a diamond, as its target in a chart."""
    return html.Small(path_word(path, language), className=f"moves moves--path moves--{sign_of(path)}")


def path_mark(path: str, language: str, *, small: bool = False, title: str = "") -> html.Span:
    """Against the agreed path."""
    return _mark(path, [path_word(path, language)], small, title)


def strong_tag(language: str) -> Component:
    """The small frame around 'sterk signaal'."""
    return html.Small(say("status.strong", language), className="tag")


def small_number_tag(language: str) -> Component:
    """The small frame around 'klein aantal'."""
    return html.Span(say("status.small", language), className="tag tag--small")


def _mark(told: str, words: list[str | Component], small: bool = False, title: str = "") -> html.Span:
    """The mark; `title` is the sentence that explains it."""
    sign = sign_of(told)
    names = ["status"]
    names += [] if sign is Sign.UNDECIDED else [f"status--{sign}"]
    names += ["status--s"] if small else []
    if not title:
        return html.Span(words, className=" ".join(names))
    return html.Span([*words, opener(title)], className=" ".join(names), title=title)


def opener(sentence: str) -> html.Button:
    """Lies over what has this sentence as title: by tapping or with the keyboard it is read (assets/told.js).

    A screen reader reads it where it stands; a projector, at which nobody can point, goes without.
    """
    return html.Button(html.Span(sentence, className="sr"), type="button", className="told desk")
