"""Which help followed which: how often, how long, how much time, and how it ended."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class CarePath:
    """Help that ended with the help that followed it; a hidden one has no number at all.

    Without names it is the sum of several hidden paths. `planned`, `early`, `running` and `unknown` tell how
    the help that followed ended; days and hours are medians of that help, with their quartiles.
    """

    domain: str
    care_form: str | None
    next_form: str | None
    start: str | None
    end: str | None
    paths: int | None
    clients: int | None
    planned: int | None
    early: int | None
    running: int | None
    unknown: int | None
    days_between: float | None
    days: float | None
    days_q1: float | None
    days_q3: float | None
    hours: float | None
    hours_q1: float | None
    hours_q3: float | None
    suppressed: bool
    small: bool | None

    @property
    def count(self) -> int | None:
        """How often, by the name that figures use."""
        return self.paths


def care_paths(
    published: Published, *, period: str, language: str, partner: str | None = None
) -> list[CarePath]:
    """The paths of a year or the horizon, of all partners together or of one; jeugd before Wmo."""
    return ask(published, "care_paths", CarePath, period=period, language=language, partner=partner)
