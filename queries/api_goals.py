"""The goals as other tools get them: in both languages, values in the unit of the indicator."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class InterfaceGoal:
    """One goal, with the names that the interface has promised."""

    code: str
    ambition: str
    position: int
    name: str
    name_en: str | None
    text: str
    text_en: str | None
    kind: str
    indicator: str
    baseline: float | None
    baseline_year: int | None
    target: float | None
    target_year: int | None


def api_goals(published: Published, *, limit: int, skip: int) -> list[InterfaceGoal]:
    """At most `limit` goals after the first `skip`, in the order of the plan."""
    return ask(published, "api_goals", InterfaceGoal, limit=limit, skip=skip)
