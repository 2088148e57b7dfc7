"""A page for a projector: one figure, card or table at a time, with the period and the choices below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.aria import aria
from components.frame import CONTENT_ID, Origin, notices, published_line
from components.projector_columns import NARROW, WIDE
from components.projector_parts import screens_of, spoken_choices
from components.text import say

_KEYS = ("next", "previous", "ends", "full", "blank", "help", "back")


@dataclass(frozen=True)
class Stage:
    """Where in the page the projector is, and the addresses of its other screens.

    What is made for a `narrow` screen of 4:3 stands at an address of its own; `otherwise` is that of the
    other kind.
    """

    origin: Origin
    language: str
    place: int
    href: Callable[[int], str]
    back: str
    narrow: bool = False
    otherwise: str = ""


def projected(content: Sequence[Component], stage: Stage) -> html.Div:
    """The screen of this place; the last one when the page has fewer."""
    foot = _foot_words(content, stage)
    shape = (NARROW if stage.narrow else WIDE).above(foot)
    screens = screens_of(content, stage.language, shape)
    place = min(max(stage.place, 1), len(screens))
    other: dict[str, Any] = {"data-wide" if stage.narrow else "data-narrow": stage.otherwise}
    return html.Div(
        [
            html.Main(screens[place - 1], id=CONTENT_ID, className="proj-main", tabIndex="-1"),
            _foot(foot, stage, place, len(screens)),
            _help(stage.language),
        ],
        className="frame proj",
        lang=stage.language,
        **other,
        **notices(stage.language, None),
    )


def _foot_words(content: Sequence[Component], stage: Stage) -> list[str]:
    """What is chosen, and what kind of figures these are."""
    origin, language = stage.origin, stage.language
    marks = [("frame.fictional", origin.fictional), ("frame.provisional", origin.provisional)]
    about = ", ".join(
        [
            *(say(key, language).lower() for key, there in marks if there),
            published_line(origin, language).lower(),
        ]
    )
    return [spoken_choices(content) or origin.scope, about[:1].upper() + about[1:]]


def _foot(words: Sequence[str], stage: Stage, place: int, last: int) -> html.Footer:
    where = say("projector.place", stage.language, place=place, last=last)
    return html.Footer(
        [
            html.Div([html.P(one) for one in words]),
            html.Div([html.P(where), _ways(stage, place, last)], className="proj-place"),
        ],
        className="proj-foot",
    )


def _ways(stage: Stage, place: int, last: int) -> html.Nav:
    """The same ways as the keys, for who has no keyboard at hand."""
    language = stage.language
    ways = [
        ("back", stage.back, True),
        ("first", stage.href(1), place > 1),
        ("previous", stage.href(place - 1), place > 1),
        ("next", stage.href(place + 1), place < last),
        ("last", stage.href(last), place < last),
    ]
    links = [
        html.A(say(f"projector.to_{name}", language), href=href, className=f"proj-{name}")
        for name, href, there in ways
        if there
    ]
    return html.Nav(links, className="proj-ways", **aria(label=say("projector.ways", language)))


def _help(language: str) -> html.Dialog:
    """What the keys do; assets/projector.js opens it."""
    entries: list[Component] = []
    for key in _KEYS:
        entries += [
            html.Dt(say(f"projector.key_{key}", language)),
            html.Dd(say(f"projector.does_{key}", language)),
        ]
    title = html.H2(say("projector.help", language), id="proj-help-title")
    return html.Dialog([title, html.Dl(entries)], className="proj-help", **aria(labelledby="proj-help-title"))
