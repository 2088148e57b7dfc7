"""The periods that figures are computed for: all months to years of the data, and the plan's horizons."""

from collections.abc import Iterable, Iterator
from datetime import date

from data.publishing.statements import load
from data.store import Connection, rows
from domain.period import Period, PeriodKind, horizon, parse_period, period_of

YEARS_BEFORE_THE_PLAN = 2
"""Older events say nothing about the ambitions, and the registrations of then are rarely comparable."""

_STEPS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6, PeriodKind.YEAR: 12}
_TYPES = {
    "period_id": "INTEGER",
    "code": "VARCHAR",
    "kind": "VARCHAR",
    "starts_on": "DATE",
    "ends_on": "DATE",
    "first_month": "INTEGER",
}
_CODES = """
    SELECT DISTINCT t.delivery_period FROM trajectory AS t
    UNION SELECT DISTINCT d.period FROM delivery AS d WHERE d.state = 'purged'
    UNION SELECT DISTINCT a.period FROM aggregate AS a
    UNION SELECT DISTINCT f.period FROM final_period AS f
"""
_AMBITIONS = "SELECT DISTINCT year(a.starts_on), year(a.ends_on) FROM ambition AS a"
_EARLIEST = """
    SELECT min(event.day)
    FROM (
        SELECT min(least(t.started_on, t.ended_on)) AS day FROM trajectory AS t
        UNION ALL SELECT make_date((min(k.month) // 12)::INTEGER, 1, 1) FROM kept_sum AS k
    ) AS event
"""


def make_calendar(connection: Connection, today: date) -> date:
    """Fill the table `period`; returns the first day from which records are counted."""
    ambitions = [horizon(int(str(first)), int(str(last))) for first, last in rows(connection, _AMBITIONS)]
    named = [parse_period(str(code)) for (code,) in rows(connection, _CODES)]
    first_day = _first_day(connection, ambitions, today)
    spans = [*named, *ambitions, period_of(first_day, PeriodKind.YEAR), period_of(today, PeriodKind.YEAR)]
    periods = {*_regular(min(span.start.year for span in spans), max(span.end.year for span in spans))}
    periods |= {span for span in (*named, *ambitions) if span.kind is PeriodKind.HORIZON}
    load(connection, "period", _TYPES, (_row(*numbered) for numbered in enumerate(sorted(periods))))
    return first_day


def _first_day(connection: Connection, ambitions: Iterable[Period], today: date) -> date:
    found = rows(connection, _EARLIEST)[0][0]
    earliest = date.fromisoformat(str(found)).year if found else today.year
    starts = [span.start.year - YEARS_BEFORE_THE_PLAN for span in ambitions]
    return date(max(earliest, min(starts, default=earliest)), 1, 1)


def _regular(first_year: int, last_year: int) -> Iterator[Period]:
    for year in range(first_year, last_year + 1):
        for kind, step in _STEPS.items():
            for month in range(1, 13, step):
                yield period_of(date(year, month, 1), kind)


def _row(number: int, period: Period) -> tuple[object, ...]:
    month = period.start.year * 12 + period.start.month - 1
    return number, period.code, period.kind.value, period.start, period.end, month
