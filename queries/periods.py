"""The periods of which there is anything to see."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class AvailablePeriod:
    """A period with the number of figures that are shown in it."""

    period: str
    kind: str
    start: date
    end: date
    shown: int


def periods(
    published: Published,
    *,
    indicator: str | None = None,
    partner: str | None = None,
    per_partner: bool = False,
) -> list[AvailablePeriod]:
    """The periods with rows, newest first; of one indicator, one partner, or of all partners apart."""
    return ask(
        published, "periods", AvailablePeriod, indicator=indicator, partner=partner, per_partner=per_partner
    )
