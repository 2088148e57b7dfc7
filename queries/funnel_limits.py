"""The lines of a funnel."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class FunnelLimit:
    """What chance allows at one n, at 95 % and at 99.8 %."""

    n: int
    lower95: float
    upper95: float
    lower998: float
    upper998: float


def funnel_limits(
    published: Published, *, indicator: str, period: str, adjusted: bool = False
) -> list[FunnelLimit]:
    """The limits by rising n; adjusted ones are there only where partners differ more than chance."""
    return ask(published, "funnel_limits", FunnelLimit, indicator=indicator, period=period, adjusted=adjusted)
