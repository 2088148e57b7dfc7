"""Counting on with what was kept of purged records, so that figures stay as they were published.

Only sums per partner and month are left of such records. Months up to the purge are counted from those sums
alone; records that are still there, or come in late, count in the months after it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from data.publishing.counting import Indicator
from data.publishing.quartiles import add_quartiles
from data.publishing.statements import run
from data.store import Connection, rows
from domain.computation import Measure
from domain.period import parse_period


@dataclass(frozen=True)
class Purged:
    """Until which half-year records were removed, and of which indicators sums were kept."""

    last_period: str
    indicators: frozenset[str]

    @property
    def month(self) -> int:
        """The last month that is counted from sums, in months since year 0."""
        return last_month(self.last_period)

    def first_day(self, indicator: Indicator, first_day: date) -> date:
        """From when the indicator counts; one that is newer than the purge has no sums of before it."""
        if indicator.code in self.indicators:
            return first_day
        return max(first_day, parse_period(self.last_period).end + timedelta(days=1))


def last_month(half_year: str) -> int:
    """The last month of the half-year, in months since year 0."""
    end = parse_period(half_year).end
    return end.year * 12 + end.month - 1


def read_purged(connection: Connection) -> Purged | None:
    """What was purged so far; None where every record is still there."""
    last_period = rows(connection, "SELECT max(l.last_period) FROM purge_log AS l")[0][0]
    if last_period is None:
        return None
    kept = rows(connection, "SELECT DISTINCT k.indicator FROM kept_sum AS k")
    return Purged(str(last_period), frozenset(str(code) for (code,) in kept))


def compute_quartiles(connection: Connection, indicator: Indicator, purged: Purged | None) -> None:
    """Make the table `quartile`; empty for what is no median."""
    is_median = indicator.computation.measure is Measure.MEDIAN
    if purged is None:
        run(connection, "figures/no_quartile")
        if is_median:
            add_quartiles(connection)
        return
    run(connection, "purged/single_value", indicator=indicator.code, is_median=is_median)
    run(connection, "purged/quartile")
