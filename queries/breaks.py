"""From which day a series cannot be compared with what came before."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """One recorded break; `broke_on` is the first day of the new series."""

    indicator: str
    broke_on: date
    reason: str


def breaks(published: Published, *, language: str, indicator: str | None = None) -> list[SeriesBreak]:
    """The breaks of one indicator or of all, oldest first."""
    return ask(published, "breaks", SeriesBreak, language=language, indicator=indicator)
