"""The actions with their goal, owner and dates."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Action:
    """One action; `owner` is the name of a partner, or empty for the municipality."""

    code: str
    goal: str
    goal_indicator: str
    indicator: str | None
    name: str
    owner: str | None
    starts_on: date
    ends_on: date | None
    strategy: str | None


def actions(
    published: Published, *, language: str, indicator: str | None = None, partner: str | None = None
) -> list[Action]:
    """The actions that should show in this indicator, or that this partner owns; oldest first."""
    return ask(published, "actions", Action, language=language, indicator=indicator, partner=partner)
