"""The clock of the register: every moment in it is UTC, to the second."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """This moment, as the register keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
