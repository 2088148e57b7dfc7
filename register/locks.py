"""Locks: when wrong passwords shut an account, and until when.

Anybody can type wrong passwords, so such a lock ends by itself and costs nobody a password or an app.
"""

from datetime import datetime, timedelta

MOST_FAILURES = 10
_FIRST_LOCK = timedelta(minutes=15)
_LONGEST_LOCK = timedelta(hours=4)
_FADES_AFTER = timedelta(days=1)


def locked_until(failures: int, failed_at: datetime | None) -> datetime | None:
    """When the lock ends that these failures put on; None without one. Every next one lasts twice as long."""
    times, since = divmod(failures, MOST_FAILURES)
    if not times or since or failed_at is None:
        return None
    doubled = 1 << min(times - 1, MOST_FAILURES)
    return failed_at + min(_FIRST_LOCK * doubled, _LONGEST_LOCK)


def is_locked(failures: int, failed_at: datetime | None, moment: datetime) -> bool:
    """Whether a lock holds at this moment."""
    until = locked_until(failures, failed_at)
    return until is not None and moment < until


def remembered(failures: int, failed_at: datetime | None, moment: datetime) -> int:
    """How many failures still count: after a day without one, none does."""
    return 0 if failed_at is None or moment - failed_at > _FADES_AFTER else failures
