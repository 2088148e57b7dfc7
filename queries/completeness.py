"""How complete the figures of a half-year are: the share with a recorded outcome, and the response."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Completeness:
    """One indicator of one partner in a half-year; a hidden one has no number at all.

    `recorded` of the `eligible` have a value; `asked` is known only where clients are asked.
    """

    partner: str
    indicator: str
    name: str
    period: str
    recorded: int | None
    eligible: int | None
    asked: int | None
    suppressed: bool


def completeness(published: Published, *, period: str, language: str) -> list[Completeness]:
    """The indicators of partners in one half-year, by name."""
    return ask(published, "completeness", Completeness, period=period, language=language)
