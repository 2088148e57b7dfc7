"""Between which values a series moves by chance."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class ControlLimit:
    """The mean and limits of one stretch between breaks, both days inside it; not clipped."""

    indicator: str
    partner: str | None
    kind: str
    starts_on: date
    ends_on: date
    mean: float
    lower: float
    upper: float


def control_limits(
    published: Published,
    *,
    indicator: str | None = None,
    partner: str | None = None,
    every_partner: bool = False,
) -> list[ControlLimit]:
    """The limits for one partner, for all together or for each, oldest first.

    There are limits only in the grain in which the movement of a series was judged.
    """
    asked = {"indicator": indicator, "partner": partner, "every_partner": every_partner}
    return ask(published, "control_limits", ControlLimit, **asked)
