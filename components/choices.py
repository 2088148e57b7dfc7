"""The choices of a page as one sentence with underlined selects: 'U ziet [alle partners] in [2026]'."""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html

from components.aria import aria
from components.text import say, template


@dataclass(frozen=True, slots=True)
class Choice:
    """One select: the name of its key in the address, what a screen reader hears, and its options."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]  # value in the address, text
    value: str


def choice_id(name: str) -> dict[str, str]:
    """The id of the select for one key of the address; callbacks match on {"type": "choice"}."""
    return {"type": "choice", "name": name}


def choices(
    sentence: str, chosen: Mapping[str, Choice], *, language: str, name: str | None = None
) -> html.Form:
    """The sentence of text key `sentence` with a select at each {placeholder} that `chosen` names.

    `name` tells a second sentence on the same page apart from the first for a screen reader.
    """
    parts: list[html.Span | html.Label] = []
    for words, place, _, _ in string.Formatter().parse(template(sentence, language)):
        if words.strip():
            parts.append(html.Span(words.strip()))
        if place:
            parts.append(_select(chosen[place]))
    return html.Form(parts, className="choices", **aria(label=name or say("choice.label", language)))


def _select(choice: Choice) -> html.Label:
    options = [{"label": text, "value": value} for value, text in choice.options]
    control = dbc.Select(id=choice_id(choice.name), options=options, value=choice.value)
    return html.Label([html.Span(choice.label, className="sr"), control])
