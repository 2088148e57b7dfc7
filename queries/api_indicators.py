"""The indicators as other tools get them: in both languages, with what is needed to read a value."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class InterfaceIndicator:
    """One indicator, with the names that the interface has promised."""

    code: str
    name: str
    name_en: str | None
    definition: str
    definition_en: str | None
    unit: str
    decimals: int | None
    direction: str
    outcome_criterion: str
    computation: str
    level: str
    domain: str | None
    question: str
    question_en: str | None
    scale: str | None
    cut_off: float | None
    window_months: int | None
    definition_version: int


def api_indicators(published: Published, *, limit: int, skip: int) -> list[InterfaceIndicator]:
    """At most `limit` indicators after the first `skip`, by code."""
    return ask(published, "api_indicators", InterfaceIndicator, limit=limit, skip=skip)
