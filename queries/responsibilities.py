"""Which partner answers for which goal, and what it promised."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One promise of one partner for one goal."""

    goal: str
    goal_name: str
    position: int
    indicator: str
    partner: str
    partner_name: str
    promise: str


def responsibilities(
    published: Published, *, language: str, partner: str | None = None
) -> list[Responsibility]:
    """The promises of one partner or of all, in the order of the goals."""
    return ask(published, "responsibilities", Responsibility, language=language, partner=partner)
