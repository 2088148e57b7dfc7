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
    published: Published, *, indicator: str, kind: str | None = None, partner: str | None = None
) -> list[ControlLimit]:
    """The limits of one indicator, oldest first; only in the grain that its movement was judged in."""
    return ask(published, "control_limits", ControlLimit, indicator=indicator, kind=kind, partner=partner)
