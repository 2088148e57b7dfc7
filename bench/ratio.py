"""One measured ratio: how long something took, against what, and what was promised."""

import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

_KIB_PER_MB = 1024


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


@dataclass(frozen=True, slots=True)
class Cost:
    """What a piece of work took: wall seconds, and the most memory its process held."""

    seconds: float
    peak_mb: float


def timed(work: Callable[[], object]) -> float:
    """The seconds that the work takes."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def cost(work: Callable[..., object], *arguments: object) -> Cost:
    """What the work takes in a process of its own, without the time to start that process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as processes:
        return processes.submit(_cost, work, *arguments).result()


def _cost(work: Callable[..., object], *arguments: object) -> Cost:
    seconds = timed(lambda: work(*arguments))
    return Cost(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MB)
