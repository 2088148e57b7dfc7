"""For which region a population figure stands, where the plan names it."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Region:
    """A region by name, or by its code when nothing names it."""

    name: str


def home_region(published: Published, *, indicator: str, language: str) -> str | None:
    """The region whose figure is the total of this indicator; None when the plan does not say."""
    found = ask(published, "home_region", Region, indicator=indicator, language=language)
    return found[0].name if found else None
