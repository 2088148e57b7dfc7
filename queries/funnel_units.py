"""The partners in a funnel."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class FunnelUnit:
    """One partner; without code it is unnamed, its n rounded to 5 and its value to a whole percentage.

    `place` is a `domain.status.FunnelClass`; `adjusted_place` the same within the adjusted limits.
    """

    partner: str | None
    n: int
    value: float
    place: str
    adjusted_place: str | None


def funnel_units(published: Published, *, indicator: str, period: str) -> list[FunnelUnit]:
    """The partners by size, which says nothing about who is who."""
    return ask(published, "funnel_units", FunnelUnit, indicator=indicator, period=period)
