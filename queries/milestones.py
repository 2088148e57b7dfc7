"""The agreed values on the way from baseline to target."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Milestone:
    """One agreed value, in the unit of the indicator of its goal."""

    goal: str
    year: int
    value: float


def milestones(published: Published) -> list[Milestone]:
    """All milestones, per goal in order of year."""
    return ask(published, "milestones", Milestone)
