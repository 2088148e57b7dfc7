"""The choices of a page as one sentence with underlined selects: 'U ziet [alle partners] in [2026]'.

Every page gives its choices to `filter_bar`, so that the sentence is the same everywhere.
"""

from collections.abc import Sequence
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


ORDER = ("naast", "indicator", "partner", "periode", "per", "uitsplitsing")
"""How the sentence runs, by the names of the choices in the address."""


def filter_bar(chosen: Sequence[Choice], *, language: str, name: str | None = None) -> html.Form:
    """One sentence with a select for every choice, in the order of the sentence whatever the order given.

    `name` tells a second sentence on the same page apart from the first for a screen reader.
    """
    ordered = sorted(chosen, key=lambda choice: ORDER.index(choice.name))
    names = {choice.name for choice in ordered}
    parts: list[html.Span | html.Label] = [html.Span(say("bar.opening", language))]
    if not names & {"naast", "indicator", "partner"}:
        parts.append(html.Span(say("bar.figures", language)))
    for choice in ordered:
        is_first = choice.name == "partner" and not names & {"naast", "indicator"}
        word = "partner_alone" if is_first else choice.name
        before, _, after = template(f"bar.{word}", language).partition("{choice}")
        parts += [html.Span(before.strip())] if before.strip() else []
        parts.append(_select(choice))
        parts += [html.Span(after.strip())] if after.strip() else []
    return html.Form(parts, className="choices", **aria(label=name or say("choice.label", language)))


def _select(choice: Choice) -> html.Label:
    options = [{"label": text, "value": value} for value, text in choice.options]
    control = dbc.Select(id=choice_id(choice.name), options=options, value=choice.value)
    return html.Label([html.Span(choice.label, className="sr"), control])
