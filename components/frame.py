"""The frame of every page: skip link, header with navigation, origin of the figures, content, footer."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.aria import aria
from components.format import long_date
from components.states import provisional_tag
from components.text import Language, say

CONTENT_ID = "inhoud"


@dataclass(frozen=True, slots=True)
class NavItem:
    """A page in the menu."""

    name: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the figures on a page come from; `scope` such as 'Alle partners · 3e kwartaal 2026'."""

    scope: str
    version: str
    published_on: date
    fictional: bool
    provisional: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page: the menu, the ways out of it, and what the reader searched for.

    `switch_href` is this address in the other language, `reader` who is reading, `version` the publication
    that the page was made from (None before there is one), `kept` what a search takes along in the address,
    `links` what stands at the foot of every page.
    """

    nav: Sequence[NavItem]
    language: str
    switch_href: str
    home: str = "/"
    reader: Component | None = None
    search_href: str = "/zoeken"
    searched: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    projector_href: str | None = None
    version: str | None = None
    links: Sequence[NavItem] = ()


def page_frame(content: Sequence[Component], *, frame: Frame, origin: Origin | None) -> html.Div:
    """A whole page; `origin` is None before there is a publication."""
    language = frame.language
    return html.Div(
        [
            html.A(say("frame.skip", language), href=f"#{CONTENT_ID}", className="skip"),
            html.Header([_header(frame), _under(frame, origin)]),
            html.Main(list(content), id=CONTENT_ID, className="page", tabIndex="-1"),
            _footer(origin, frame),
        ],
        className="frame",
        lang=language,
        **notices(language, frame.version),
    )


def notices(language: str, version: str | None) -> dict[str, Any]:
    """What assets/notices.js may have to say later: a page loads slowly, got lost, or is not the newest."""
    words = {
        key: say(f"notice.{key}", language) for key in ("loading", "lost", "again", "stale", "show", "close")
    }
    return {"data-notices": json.dumps(words, ensure_ascii=False), "data-version": version or ""}


def page_head(
    title: str,
    *,
    lede: str | None = None,
    label: str | None = None,
    trail: Sequence[NavItem] = (),
    choices: Component | None = None,
    language: str,
) -> html.Div:
    """The opening of a page: where we are, what is chosen, and the conclusion as title."""
    top: list[Component] = []
    if trail:
        top.append(_trail(trail, language))
    elif label:
        top.append(html.P(label, className="label"))
    if choices is not None:
        top.append(choices)
    parts: list[Component] = [html.Div(top, className="head-top")] if top else []
    parts.append(html.H1(title, className="long" if len(title) > _LONG_TITLE else "wide"))
    if lede:
        parts.append(html.P(lede, className="lede"))
    return html.Div(parts, className="head")


_LONG_TITLE = 70


def _header(frame: Frame) -> html.Div:
    language, other = frame.language, Language(frame.language).other
    switch = html.A(say("frame.other_language", language), href=frame.switch_href, lang=other)
    me: list[Component] = [html.Span(frame.reader)] if frame.reader is not None else []
    return html.Div(
        html.Div(
            [
                html.A(say("frame.product", language), href=frame.home, className="brand"),
                html.Nav(_menu(frame.nav, "nav-main"), **aria(label=say("frame.main_menu", language))),
                html.Div([*me, switch], className="me"),
                _small_menu(frame, switch),
            ],
            className="page",
        ),
        className="top",
    )


def _small_menu(frame: Frame, switch: html.A) -> html.Details:
    word = say("frame.menu", frame.language)
    items = [html.Li(_nav_link(item)) for item in frame.nav]
    inside: list[Component] = [
        search_form(frame),
        html.Nav(html.Ul([*items, html.Li(switch)]), **aria(label=word)),
    ]
    if frame.reader is not None:
        inside.append(html.Div(frame.reader, className="me-small"))
    return html.Details([html.Summary(word), html.Div(inside, className="nav-panel")], className="nav-small")


def search_form(frame: Frame) -> html.Form:
    """The way to everything by name: a plain form, which a browser sends by itself as well."""
    language = frame.language
    field_ = dbc.Input(
        type="search",
        name="q",
        value=frame.searched,
        placeholder=say("search.hint", language),
        maxLength=80,
        autocomplete="off",
    )
    kept = [dbc.Input(type="hidden", name=name, value=value) for name, value in frame.kept.items()]
    label = html.Label([html.Span(say("search.label", language), className="sr"), field_])
    return html.Form(
        [label, *kept, html.Button(say("search.go", language), type="submit")],
        action=frame.search_href,
        method="get",
        role="search",
        className="search",
    )


def _menu(nav: Sequence[NavItem], name: str) -> html.Ul:
    return html.Ul([html.Li(_nav_link(item)) for item in nav], className=name)


def _nav_link(item: NavItem) -> html.A:
    if item.current:
        return html.A(item.name, href=item.href, **aria(current="page"))
    return html.A(item.name, href=item.href)


def _trail(trail: Sequence[NavItem], language: str) -> html.Nav:
    items = [
        html.Li(
            html.Span(item.name, **aria(current="page"))
            if item.current
            else html.A(item.name, href=item.href)
        )
        for item in trail
    ]
    return html.Nav(html.Ol(items), className="trail label", **aria(label=say("frame.trail", language)))


def _under(frame: Frame, origin: Origin | None) -> html.Div:
    """The line under the menu: where the figures come from, and the ways to search and to project."""
    word = say("frame.projector", frame.language)
    project = [html.A(word, href=frame.projector_href, className="to-projector")]
    tools = html.Div(
        [search_form(frame), *(project if frame.projector_href else [])], className="under-tools"
    )
    context = [] if origin is None else [_origin_line(origin, frame.language)]
    return html.Div(html.Div([*context, tools], className="page"), className="under")


def _origin_line(origin: Origin, language: str) -> html.Div:
    return html.Div(
        [html.Strong(say("frame.fictional", language))] * origin.fictional
        + [html.Span(origin.scope), html.Span(published_line(origin, language))]
        + [provisional_tag(language)] * origin.provisional,
        className="context",
        role="region",
        **aria(label=say("frame.origin", language)),
    )


def published_line(origin: Origin, language: str) -> str:
    """'Publicatie 14, 1 november 2026'."""
    day = long_date(origin.published_on, language)
    return say("frame.publication", language, version=origin.version, date=day)


def _footer(origin: Origin | None, frame: Frame) -> html.Footer:
    is_fictional = origin is not None and origin.fictional
    note = html.Span(say("frame.all_fictional" if is_fictional else "frame.product", frame.language))
    return html.Footer(
        html.Div([note, *(_nav_link(link) for link in frame.links)], className="page"), className="foot"
    )
