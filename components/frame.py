"""The frame of every page: skip link, header with navigation, origin of the figures, content, footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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


def page_frame(
    content: Sequence[Component],
    *,
    nav: Sequence[NavItem],
    origin: Origin | None,
    language: str,
    switch_href: str,
    home: str = "/",
    reader: str | None = None,
) -> html.Div:
    """A whole page; `switch_href` is this address in the other language, `origin` None before publishing."""
    return html.Div(
        [
            html.A(say("frame.skip", language), href=f"#{CONTENT_ID}", className="skip"),
            _header(nav, language, switch_href, home, reader),
            *([] if origin is None else [_origin_line(origin, language)]),
            html.Main(list(content), id=CONTENT_ID, className="page", tabIndex="-1"),
            _footer(origin, language),
        ],
        className="frame",
        lang=language,
    )


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


def _header(
    nav: Sequence[NavItem], language: str, switch_href: str, home: str, reader: str | None
) -> html.Header:
    other = Language(language).other
    switch = html.A(say("frame.other_language", language), href=switch_href, lang=other)
    me: list[Component] = [html.Span(reader)] if reader else []
    return html.Header(
        html.Div(
            [
                html.A(say("frame.product", language), href=home, className="brand"),
                html.Nav(_menu(nav, "nav-main"), **aria(label=say("frame.main_menu", language))),
                html.P([*me, switch], className="me"),
                _small_menu(nav, language, switch_href, other),
            ],
            className="page",
        ),
        className="top",
    )


def _small_menu(nav: Sequence[NavItem], language: str, switch_href: str, other: str) -> html.Details:
    word = say("frame.menu", language)
    switch = html.Li(html.A(say("frame.other_language", language), href=switch_href, lang=other))
    items = [html.Li(_nav_link(item)) for item in nav]
    return html.Details(
        [html.Summary(word), html.Nav(html.Ul([*items, switch]), **aria(label=word))], className="nav-small"
    )


def _menu(nav: Sequence[NavItem], name: str) -> html.Ul:
    return html.Ul([html.Li(_nav_link(item)) for item in nav], className=name)


def _nav_link(item: NavItem) -> html.A:
    if item.current:
        return html.A(item.name, href=item.href, **aria(current="page"))
    return html.A(item.name, href=item.href)


def _trail(trail: Sequence[NavItem], language: str) -> html.Nav:
    items = [html.Li(item.name if item.current else html.A(item.name, href=item.href)) for item in trail]
    return html.Nav(html.Ol(items), className="trail label", **aria(label=say("frame.trail", language)))


def _origin_line(origin: Origin, language: str) -> html.Div:
    publication = say(
        "frame.publication", language, version=origin.version, date=long_date(origin.published_on, language)
    )
    parts: list[Component] = [html.Strong(say("frame.fictional", language))] if origin.fictional else []
    parts += [html.Span(origin.scope), html.Span(publication)]
    if origin.provisional:
        parts.append(provisional_tag(language))
    return html.Div(
        html.Div(parts, className="page"),
        className="context",
        role="region",
        **aria(label=say("frame.origin", language)),
    )


def _footer(origin: Origin | None, language: str) -> html.Footer:
    notes: list[Component] = [html.Span(say("frame.product", language))]
    if origin is not None and origin.fictional:
        notes = [html.Span(say("frame.all_fictional", language))]
    return html.Footer(html.Div(notes, className="page"), className="foot")
