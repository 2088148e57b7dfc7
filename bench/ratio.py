"""One measured ratio: how long something took, against what, and what was promised."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """How long `what` took, in seconds, beside what it is divided by; `limit` is the promise, if any."""

    name: str
    what: str
    seconds: float
    against: str
    base_seconds: float
    limit: float | None
    peak_mb: float | None = None

    @property
    def ratio(self) -> float:
        return self.seconds / self.base_seconds

    @property
    def kept(self) -> bool | None:
        """Whether the promise is kept; None where nothing was promised."""
        return None if self.limit is None else self.ratio <= self.limit


def timed(work: Callable[[], object]) -> float:
    """The seconds that the work takes."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before
