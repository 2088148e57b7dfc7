"""The goals with their ambition, baseline and target, in the order of the plan."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal; baseline and target are values of its indicator."""

    code: str
    position: int
    name: str
    text: str
    kind: str
    indicator: str
    baseline: float | None
    baseline_year: int | None
    target: float | None
    target_year: int | None
    ambition: str
    ambition_name: str
    ambition_text: str
    starts_on: date
    ends_on: date


def goals(published: Published, *, language: str, indicator: str | None = None) -> list[Goal]:
    """All goals, or those of one indicator."""
    return ask(published, "goals", Goal, language=language, indicator=indicator)
