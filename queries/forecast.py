"""What comes of a figure if nothing changes."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class ForecastPoint:
    """One expected figure with its 80 % and 95 % prediction intervals, not clipped to what is possible."""

    indicator: str
    partner: str | None
    kind: str
    period: str
    on: date
    fit: float
    lower80: float
    upper80: float
    lower95: float
    upper95: float


def forecast(
    published: Published, *, indicator: str, kind: str, partner: str | None = None
) -> list[ForecastPoint]:
    """The forecast of one indicator, of one partner or all together; none where the history is too short."""
    return ask(published, "forecast", ForecastPoint, indicator=indicator, kind=kind, partner=partner)
