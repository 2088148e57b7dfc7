"""Decides which half-years are past their retention, and what still holds the others back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.store import Connection, rows
from domain.period import Period, parse_period

LATE_MONTHS = 12
"""So long after a follow-up window a delivery that should show it is still waited for."""

DEFAULT_WINDOW_MONTHS = 12
_SHORT_WINDOW_MONTHS = 1  # other help within 28 days

_DELIVERED = """
    WITH own AS (
        SELECT d.partner, d.period, max(d.received_at)::DATE AS received_on
        FROM delivery AS d
        WHERE d.kind = 'trajecten' AND d.state = 'accepted'
        GROUP BY d.partner, d.period
    ),

    later AS (
        SELECT o.partner, o.period, min(d.received_at)::DATE AS received_on
        FROM own AS o
        INNER JOIN delivery AS d ON d.kind = 'trajecten' AND o.partner = d.partner AND o.period < d.period
        GROUP BY o.partner, o.period
    ),

    marked AS (
        SELECT o.partner, o.period, min(f.marked_on)::DATE AS marked_on
        FROM own AS o
        INNER JOIN final_period AS f ON o.period = f.period AND (f.partner IS NULL OR o.partner = f.partner)
        GROUP BY o.partner, o.period
    )

    SELECT o.partner, o.period, greatest(o.received_on, least(l.received_on, m.marked_on))
    FROM own AS o
    LEFT JOIN later AS l ON o.partner = l.partner AND o.period = l.period
    LEFT JOIN marked AS m ON o.partner = m.partner AND o.period = m.period
    WHERE l.received_on IS NOT NULL OR m.marked_on IS NOT NULL
    UNION ALL
    SELECT o.partner, o.period, NULL
    FROM own AS o
    LEFT JOIN later AS l ON o.partner = l.partner AND o.period = l.period
    LEFT JOIN marked AS m ON o.partner = m.partner AND o.period = m.period
    WHERE l.received_on IS NULL AND m.marked_on IS NULL
    ORDER BY 2, 1
"""
_WINDOWS = "SELECT i.computation, i.window_months FROM indicator AS i"


@dataclass(frozen=True)
class Delivered:
    """The records of one partner for one half-year; `final_on` is None while they are not final."""

    partner: str
    period: Period
    final_on: date | None


@dataclass(frozen=True)
class Retention:
    """Up to which half-year everything may go; `blocked_by` is what is not final in the next one."""

    last_period: Period | None
    blocked_by: tuple[Delivered, ...] = ()


def decide(intake: Connection, today: date, retention_months: int) -> Retention:
    """Records go in the order of time and of all partners together: what one still needs, others may hold.

    A client's next help may be at another partner, so that half-years are only removed when every partner's
    records of it, and of all before it, may go.
    """
    found = [_delivered(*row) for row in rows(intake, _DELIVERED)]
    window = _longest_window(intake)
    reach = {each.partner: max(e.period.end for e in found if e.partner == each.partner) for each in found}
    held = [each for each in found if not _may_go(each, today, retention_months, window, reach)]
    first_held = min((each.period for each in held), default=None)
    free = [each.period for each in found if first_held is None or each.period < first_held]
    unsettled = tuple(each for each in held if each.period == first_held and each.final_on is None)
    return Retention(max(free, default=None), unsettled)


def _may_go(
    delivered: Delivered, today: date, retention_months: int, window: int, reach: Mapping[str, date]
) -> bool:
    if delivered.final_on is None:
        return False
    is_past = _later(min(delivered.final_on, today), retention_months) <= today
    followed = _later(delivered.period.end, window)
    is_followed = reach[delivered.partner] >= followed or today >= _later(followed, LATE_MONTHS)
    return is_past and is_followed


def _delivered(partner: object, period: object, final_on: object) -> Delivered:
    day = date.fromisoformat(str(final_on)) if final_on is not None else None
    return Delivered(str(partner), parse_period(str(period)), day)


def _longest_window(intake: Connection) -> int:
    """How many months after an ending the plan's indicators still look for new help."""
    windows = [0]
    for computation, months in rows(intake, _WINDOWS):
        if computation == "geen_nieuwe_start":
            windows.append(int(str(months)) if months else DEFAULT_WINDOW_MONTHS)
        elif computation == "doorgaande_zorg":
            windows.append(_SHORT_WINDOW_MONTHS)
    return max(windows)


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    following = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    last = (following - date.resolution).day
    return date(index // 12, index % 12 + 1, min(day.day, last))
