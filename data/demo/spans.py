"""The days that the synthetic deliveries cover, as numpy days."""

import numpy as np
import numpy.typing as npt

from domain.period import Period, PeriodKind, period_of

Days = npt.NDArray[np.datetime64]
Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

FIRST = np.datetime64("2022-01-01", "D")
LAST = np.datetime64("2026-06-30", "D")
LAST_HALF_YEAR = np.datetime64("2026-01-01", "D")
BREAK = np.datetime64("2024-01-01", "D")
_FIRST_OWN_YEAR = 2025
LENGTH = int((LAST - FIRST).astype(int)) + 1


def periods(kind: PeriodKind) -> list[Period]:
    """Every period of the kind that lies wholly within the deliveries, in order of time."""
    found: list[Period] = []
    day = FIRST
    while day <= LAST:
        period = period_of(day.item(), kind)
        if np.datetime64(period.end) <= LAST:
            found.append(period)
        day = np.datetime64(period.end) + 1
    return found


def delivery_name(half_year: Period) -> str:
    """The delivery that holds the half-year: the years before 2025 came in one go."""
    return "2022-2024" if half_year.end.year < _FIRST_OWN_YEAR else half_year.code


def years_since_start(days: Days) -> Numbers:
    """How many years after the first delivered day; negative before it."""
    elapsed: Numbers = (days - FIRST).astype(np.float64) / 365.25
    return elapsed


def within(days: Days, period: Period) -> Mask:
    """Which days lie in the period."""
    inside: Mask = (days >= np.datetime64(period.start)) & (days <= np.datetime64(period.end))
    return inside
