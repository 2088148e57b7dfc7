"""The strategies: how each goal is to be reached."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Strategy:
    """One strategy of one goal, in a sentence."""

    code: str
    goal: str
    text: str


def strategies(published: Published, *, language: str, goal: str | None = None) -> list[Strategy]:
    """The strategies of one goal or of all, in the order of their codes."""
    return ask(published, "strategies", Strategy, language=language, goal=goal)
