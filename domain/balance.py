"""Taking stock of an ambition: halfway as long as its years run or figures are missing, final after that."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum


class Balance(StrEnum):
    """What stock-taking may be called."""

    INTERIM = "interim"
    FINAL = "final"


class YearState(StrEnum):
    """What is known of one goal in one year."""

    SETTLED = "settled"
    PROVISIONAL = "provisional"
    SUPPRESSED = "suppressed"
    MISSING = "missing"
    AHEAD = "ahead"  # the year has not ended, and nothing is known of it yet


def year_state(year: int, today: date, figure: tuple[bool, bool, bool] | None) -> YearState:
    """The state of a year; `figure` says of its figure whether it has a value, is hidden, is provisional."""
    if figure is not None:
        has_value, suppressed, provisional = figure
        if suppressed:
            return YearState.SUPPRESSED
        if has_value:
            return YearState.PROVISIONAL if provisional else YearState.SETTLED
    return YearState.MISSING if date(year, 12, 31) < today else YearState.AHEAD


def balance(ends_on: date, today: date, last_years: Iterable[YearState]) -> Balance:
    """Final once the ambition is over and the last year of each goal is settled, or settled as hidden."""
    known = {YearState.SETTLED, YearState.SUPPRESSED}
    return Balance.FINAL if ends_on < today and set(last_years) <= known else Balance.INTERIM
