"""How complete the figures of a half-year are: the share with a recorded outcome, and the response."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Completeness:
    """One indicator in a half-year, of all partners or of one; a hidden one has no number at all.

    `recorded` of the `eligible` have a value; `asked` is known only where clients are asked.
    """

    partner: str | None
    indicator: str
    name: str
    period: str
    recorded: int | None
    eligible: int | None
    asked: int | None
    suppressed: bool


def completeness(
    published: Published, *, period: str, language: str, partner: str | None = None
) -> list[Completeness]:
    """The indicators of all partners together, or of one, in one half-year, by name."""
    return ask(published, "completeness", Completeness, period=period, language=language, partner=partner)
