"""The frame around what a page answers: menu, search, origin of the figures, or the projector's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component
from flask import g

from access.address import NARROW_PROJECTOR, PROJECTOR, View, searching
from access.gate import may_open
from components.frame import Frame, NavItem, Origin, page_frame
from components.projector import Stage, projected
from components.text import Language, say
from pages._apology import Apology
from pages._menu import menu
from pages._open_links import close_links
from pages._who import who
from queries.publication import Publication

_ACCESSIBILITY, _METHOD = "/toegankelijkheid", "/methode"
_ON_PROOF = "#complement"


@dataclass(frozen=True)
class Screen:
    """What a page answers: its title in the browser, its content, and what the figures are about."""

    title: str
    content: Sequence[Component]
    scope: str
    provisional: bool = False


def framed(screen: Screen, kept: View, path: str, made: Publication) -> Component:
    """The page with all around it; on a projector one of its figures, in large type."""
    kind = "title_fictional" if made.fictional else "title"
    g.title = say(f"page.{kind}", kept.language, title=screen.title)
    origin = Origin(
        scope=screen.scope,
        version=made.version.lstrip("0") or "0",
        published_on=made.published_at.date(),
        fictional=made.fictional,
        provisional=screen.provisional,
    )
    close_links(screen.content, may_open)
    if kept.is_projected:
        return projected(screen.content, _stage(kept, path, origin))
    frame = _frame(kept, path, made.version, is_proved=made.is_proved)
    return page_frame(screen.content, frame=frame, origin=origin)


def apologised(apology: Apology, path: str) -> Component:
    """What happened instead of the page, with the menu to go on from."""
    view = View(language=apology.language)
    g.title = say("page.title", view.language, title=apology.title)
    return page_frame([apology.content], frame=_frame(view, path, None), origin=None)


def _frame(kept: View, path: str, version: str | None, *, is_proved: bool = True) -> Frame:
    """The frame; below it stands that hidden figures were not proved, where that is so."""
    other = Language(kept.language).other
    links = [NavItem(say("frame.accessibility", kept.language), kept.href(_ACCESSIBILITY))]
    if not is_proved:
        links.append(NavItem(say("frame.unproved", kept.language), kept.href(_METHOD) + _ON_PROOF))
    return Frame(
        nav=menu(kept, path),
        language=kept.language,
        home=kept.href("/"),
        reader=who(kept.language),
        switch_href=kept.here(path, language=other),
        kept=searching(kept),
        searched=kept.search or "",
        projector_href=kept.here(path, screen=PROJECTOR) if version else None,
        version=version,
        links=links,
    )


def _stage(kept: View, path: str, origin: Origin) -> Stage:
    return Stage(
        origin=origin,
        language=kept.language,
        place=int(kept.figure or "1"),
        href=lambda place: kept.here(path, figure=str(place) if place > 1 else None),
        back=kept.here(path, screen=None, figure=None),
        narrow=kept.is_narrow,
        otherwise=kept.here(path, screen=PROJECTOR if kept.is_narrow else NARROW_PROJECTOR),
    )
