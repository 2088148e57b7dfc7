"""Periods as the field writes them: 2024, 2024-H1, 2024-Q3, 2024-09 and 2023/2026."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """The grains of a figure, finest first; `horizon` is a range of whole years."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    HORIZON = "horizon"


class UnknownPeriod(ValueError):
    """The text is not a period in one of the five notations."""


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6, PeriodKind.YEAR: 12}
_NOTATIONS = (
    (PeriodKind.YEAR, re.compile(r"(\d{4})")),
    (PeriodKind.HALF_YEAR, re.compile(r"(\d{4})-?H([12])", re.IGNORECASE)),
    (PeriodKind.QUARTER, re.compile(r"(\d{4})-?[QK]([1-4])", re.IGNORECASE)),
    (PeriodKind.MONTH, re.compile(r"(\d{4})-(0[1-9]|1[0-2])")),
)
_HORIZON = re.compile(r"(\d{4})\s*/\s*(\d{4})")


@dataclass(frozen=True, order=True)
class Period:
    """A span of whole months; `start` and `end` are both inside it."""

    start: date
    end: date
    kind: PeriodKind

    @property
    def code(self) -> str:
        """The notation in deliveries, addresses and the interface."""
        year = self.start.year
        match self.kind:
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.HALF_YEAR:
                return f"{year}-H{(self.start.month + 5) // 6}"
            case PeriodKind.QUARTER:
                return f"{year}-Q{(self.start.month + 2) // 3}"
            case PeriodKind.MONTH:
                return f"{year}-{self.start.month:02d}"
            case PeriodKind.HORIZON:
                return f"{year}/{self.end.year}"

    @property
    def months(self) -> int:
        """How many months the period lasts."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def middle(self) -> date:
        """The first day of the middle month, where a period is judged and drawn (methods.md 7)."""
        return _shifted(self.start, self.months // 2)

    def shifted(self, steps: int) -> "Period":
        """The period of the same length, `steps` lengths later (earlier when negative)."""
        start = _shifted(self.start, steps * self.months)
        return Period(start, _end_of(start, self.months), self.kind)

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end


def parse_period(text: str) -> Period:
    """The period that `text` names; UnknownPeriod when it names none."""
    cleaned = text.strip()
    if found := _HORIZON.fullmatch(cleaned):
        return horizon(int(found[1]), int(found[2]))
    for kind, notation in _NOTATIONS:
        if found := notation.fullmatch(cleaned):
            number = int(found[2]) if found.lastindex == 2 else 1
            return _numbered(kind, int(found[1]), number)
    raise UnknownPeriod(text)


def horizon(first_year: int, last_year: int) -> Period:
    """The range of whole years; UnknownPeriod when it ends before it begins."""
    if last_year < first_year:
        raise UnknownPeriod(f"{first_year}/{last_year}")
    return Period(date(first_year, 1, 1), date(last_year, 12, 31), PeriodKind.HORIZON)


def period_of(day: date, kind: PeriodKind) -> Period:
    """The period of that kind in which the day falls; a horizon cannot be told from a day alone."""
    return _numbered(kind, day.year, (day.month - 1) // _MONTHS[kind] + 1)


def _numbered(kind: PeriodKind, year: int, number: int) -> Period:
    start = date(year, (number - 1) * _MONTHS[kind] + 1, 1)
    return Period(start, _end_of(start, _MONTHS[kind]), kind)


def _shifted(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _end_of(start: date, months: int) -> date:
    last = _shifted(start, months - 1)
    return date(last.year, last.month, calendar.monthrange(last.year, last.month)[1])
