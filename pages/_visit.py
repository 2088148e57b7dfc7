"""One reader's request for one page: choices, figures, words, addresses, and the frame around it."""

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import g, has_request_context, request

from access.address import UnknownChoice, View, address, language_of, read_view
from access.audience import published_for_reader
from components.frame import Origin, page_frame
from components.text import Language, say
from data.published import NothingPublished, Published
from data.store import StoreUnavailable
from pages._apology import Apology, UnknownPlace, failed, nothing_published, unknown, unreadable
from pages._menu import menu
from queries.publication import Publication, publication

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Visit:
    """What a page needs to answer one reader."""

    view: View
    path: str
    published: Published
    publication: Publication

    @property
    def language(self) -> str:
        return self.view.language

    def say(self, key: str, **values: object) -> str:
        """A text in the reader's language."""
        return say(key, self.language, **values)

    def href(self, path: str, **changed: str | None) -> str:
        """The address of another page, with the choices that go along."""
        return self.view.href(path, **changed)

    def here(self, **changed: str | None) -> str:
        """The address of this page with only these choices changed."""
        return self.view.here(self.path, **changed)

    def csv(self, question: str, **chosen: str | None) -> str:
        """The address of the rows behind a figure."""
        return address(f"/csv/{question}", View(language=self.language, **chosen))


@dataclass(frozen=True)
class Screen:
    """What a page answers: its title in the browser, its content, and what the figures are about."""

    title: str
    content: Sequence[Component]
    scope: str
    provisional: bool = False


def shown(path: str) -> Callable[[Callable[..., Screen]], Callable[..., Component]]:
    """Make a Dash layout of a function that answers a Visit; `path` has {code} where the page has one.

    Dash also calls layouts outside a request, when it checks the app; there is nothing to show then.
    """

    def decorate(build: Callable[..., Screen]) -> Callable[..., Component]:
        @wraps(build)
        def layout(**query: Any) -> Component:
            if not has_request_context():
                return html.Div()
            return _answer(build, path, query)

        return layout

    return decorate


def document_title(**_variables: str) -> str:
    """The title in the browser: that of the page just made, else the name of the product."""
    language = language_of(request.args) if has_request_context() else Language.NL
    made: str | None = g.get("title") if has_request_context() else None
    return made or say("frame.product", language)


def _answer(build: Callable[..., Screen], path: str, query: Mapping[str, Any]) -> Component:
    language = language_of(query)
    here = path.format(code=query.get("code", ""))
    try:
        published = published_for_reader()
        visit = Visit(read_view(query), here, published, publication(published))
        variables = {"code": str(query["code"])} if "{code}" in path else {}
        return _framed(visit, build(visit, **variables))
    except NothingPublished:
        return _apologised(nothing_published(language), here)
    except StoreUnavailable:
        log.exception("the published version cannot be read")
        return _apologised(unreadable(language), here)
    except (UnknownPlace, UnknownChoice) as error:
        return _apologised(unknown(language, error), here)
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("page %s failed, reference %s", path, reference)
        return _apologised(failed(language, reference), here)


def _framed(visit: Visit, screen: Screen) -> Component:
    made = visit.publication
    kind = "title_fictional" if made.fictional else "title"
    g.title = visit.say(f"page.{kind}", title=screen.title)
    origin = Origin(
        scope=screen.scope,
        version=made.version.lstrip("0") or "0",
        published_on=made.published_at.date(),
        fictional=made.fictional,
        provisional=screen.provisional,
    )
    return page_frame(
        screen.content,
        nav=menu(visit.view, visit.path),
        origin=origin,
        language=visit.language,
        switch_href=visit.here(language=Language(visit.language).other),
        home=visit.href("/"),
    )


def _apologised(apology: Apology, path: str) -> Component:
    view = View(language=apology.language)
    g.title = say("page.title", view.language, title=apology.title)
    return page_frame(
        [apology.content],
        nav=menu(view, path),
        origin=None,
        language=view.language,
        switch_href=view.here(path, language=Language(view.language).other),
        home=view.href("/"),
    )
