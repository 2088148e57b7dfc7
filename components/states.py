"""What a reader sees where there is no figure: hidden, missing, nothing yet, unknown, an error."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from components.format import long_date
from components.text import say


def hidden_word(language: str, since: date | None = None) -> str:
    """'verborgen', or since when where readers saw the figure before."""
    if since is None:
        return say("state.hidden", language)
    return say("state.hidden_since", language, date=long_date(since, language))


def hidden_mark(language: str, since: date | None = None) -> html.Span:
    """'verborgen' with its hatched sign; instead of a value that may not be shown."""
    return html.Span(hidden_word(language, since), className="status status--hidden status--s")


def missing_mark(language: str, *, why: str = "not_measured") -> html.Span:
    """'niet gemeten' with its dashed sign; `why` is not_measured, not_agreed or not_delivered."""
    return html.Span(say(f"state.{why}", language), className="status status--absent status--s")


def provisional_tag(language: str) -> html.Span:
    """The small frame around 'voorlopig'."""
    return html.Span(say("frame.provisional", language), className="tag")


def empty_state(language: str, *, text: str | None = None) -> html.Div:
    """Nothing was delivered for this choice, and what the reader can do."""
    return _state(say("state.empty_title", language), text or say("state.empty_text", language))


def unknown_state(language: str, *, text: str | None = None, home: str = "/") -> html.Div:
    """An address that names nothing we know."""
    link = html.A(say("state.home", language), href=home, className="button")
    return _state(say("state.unknown_title", language), text or say("state.unknown_text", language), link)


def unknown_choice_state(language: str, *, text: str, again: str, home: str) -> html.Div:
    """A page asked for with a choice that is not there; `again` leads to it without."""
    link = html.A(say("state.without_choice", language), href=again, className="button")
    other = html.P(html.A(say("state.home", language), href=home))
    return _state(say("state.unknown_choice_title", language), text, link, other)


def error_state(language: str, *, reference: str, home: str = "/") -> html.Div:
    """Something went wrong: what to do, and the number to pass on."""
    link = html.A(say("state.home", language), href=home, className="button")
    text = say("state.error_text", language, reference=reference)
    return _state(say("state.error_title", language), text, link)


def _state(title: str, text: str, *more: Component) -> html.Div:
    return html.Div([html.H1(title), html.P(text, className="lede"), *more], className="state")
