"""One reader's request for one page: choices, figures, words, addresses, and the frame around it."""

import logging
import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import g, has_request_context, request
from werkzeug.exceptions import HTTPException

from access.address import UnknownChoice, View, address, language_of, read_view
from access.audience import published_for_reader
from access.gate import allow_page
from components.text import Language, say
from data.pointers import NothingPublished
from data.published import Published
from data.store import StoreUnavailable
from pages._apology import UnknownPlace, failed, nothing_published, unknown, unreadable
from pages._framing import Screen as Screen  # noqa: PLC0414 - a page knows it from here
from pages._framing import apologised, framed
from queries.publication import Publication, publication

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Visit:
    """What a page needs to answer one reader; `view` is the part of the choices `kept` that the page uses."""

    view: View
    kept: View
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
        return self.kept.here(self.path, **changed)

    def goal(self, number: int, name: str, ambition: str | None = None) -> str:
        """How a goal is called; with its ambition in a list of goals of several ambitions."""
        key = "goal.called_of" if ambition else "goal.called"
        return self.say(key, number=number, name=name, ambition=ambition)

    def csv(self, question: str, **chosen: str | None) -> str:
        """The address of the rows behind a figure."""
        return address(f"/csv/{question}", View(language=self.language, **chosen))


def shown(
    path: str, *, uses: Collection[str] = ("per", "split")
) -> Callable[[Callable[..., Screen]], Callable[..., Component]]:
    """Make a Dash layout of a function that answers a Visit; `path` has {code} where the page has one.

    `uses` names which of the choices per, partner and split change what the page shows: any other goes along
    to the next page unseen. Dash also calls layouts outside a request, to check the app: nothing then.
    """

    def decorate(build: Callable[..., Screen]) -> Callable[..., Component]:
        @wraps(build)
        def layout(**query: Any) -> Component:
            if not has_request_context():
                return html.Div()
            return _answer(build, path, query, uses)

        return layout

    return decorate


def document_title(**_variables: str) -> str:
    """The title in the browser: that of the page just made, else the name of the product."""
    language = language_of(request.args) if has_request_context() else Language.NL
    made: str | None = g.get("title") if has_request_context() else None
    return made or say("frame.product", language)


def _answer(
    build: Callable[..., Screen], path: str, query: Mapping[str, Any], uses: Collection[str]
) -> Component:
    language = language_of(query)
    here = path.format(code=query.get("code", ""))
    try:
        published = published_for_reader()
        kept = read_view(query)
        allow_page(path.replace("{code}", "<code>"), query.get("code"), kept.partner)
        visit = Visit(kept.using(uses), kept, here, published, publication(published))
        variables = {"code": str(query["code"])} if "{code}" in path else {}
        return framed(build(visit, **variables), kept, here, visit.publication)
    except NothingPublished:
        return apologised(nothing_published(language), here)
    except StoreUnavailable:
        log.exception("the published version cannot be read")
        return apologised(unreadable(language), here)
    except (UnknownPlace, UnknownChoice) as error:
        return apologised(unknown(language, error, here), here)
    except HTTPException:
        raise  # the door said no
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("page %s failed, reference %s", path, reference)
        return apologised(failed(language, reference), here)
