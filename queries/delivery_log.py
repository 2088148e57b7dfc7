"""What came in and when, corrections included."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Receipt:
    """One delivery as it came in; `state` is accepted, replaced (by a later one) or purged.

    `rows` is known to the partner itself only.
    """

    partner: str
    period: str | None
    kind: str
    received_on: date
    rows: int | None
    state: str


def delivery_log(published: Published, *, partner: str | None = None) -> list[Receipt]:
    """The deliveries of one partner or of all, newest first."""
    return ask(published, "delivery_log", Receipt, partner=partner)
