"""Partners beside each other, around all of them together."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Funnel:
    """One comparison: its centre, and how much more partners differ than chance (phi, tau2)."""

    indicator: str
    period: str
    kind: str
    centre: float
    units: int
    phi: float | None
    tau2: float | None


def funnels(published: Published, *, indicator: str, period: str | None = None) -> list[Funnel]:
    """The funnels of an indicator, newest first; none with too few partners."""
    return ask(published, "funnels", Funnel, indicator=indicator, period=period)
