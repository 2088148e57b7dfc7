"""What a partner delivered per half-year, and what it should have."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Delivery:
    """One half-year of one partner; `rows` counts what was in the accepted delivery."""

    partner: str
    period: str
    expected: bool
    delivered: bool
    kind: str | None
    received_on: date | None
    rows: int | None
    final: bool


def deliveries(published: Published, *, partner: str) -> list[Delivery]:
    """The half-years of a partner, newest first."""
    return ask(published, "deliveries", Delivery, partner=partner)
