"""What comes if nothing changes: a straight line through the past with prediction intervals (methods.md 7).

It assumes independent errors and is never shown as the chance of reaching a target.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from domain.columns import Numbers, numbers

CONFIDENCE_80 = 0.80
CONFIDENCE_95 = 0.95

MIN_POINTS = 12
"""So many points of the current segment are needed before a forecast is shown."""

_FITTED = 2  # intercept and slope
_NO_SPREAD = 1e-12


@dataclass(frozen=True)
class Line:
    """A least-squares line; degenerate when every point lies on it."""

    intercept: float
    slope: float
    residual_sd: float
    size: int
    mean_time: float
    squared_times: float

    @property
    def is_degenerate(self) -> bool:
        """Whether nothing is left over, so that the intervals have no width."""
        return self.residual_sd <= _NO_SPREAD * max(1.0, abs(self.intercept), abs(self.slope))


@dataclass(frozen=True)
class Forecast:
    """The expected values at the given times with both prediction intervals, unclipped."""

    line: Line
    times: Numbers
    fit: Numbers
    lower80: Numbers
    upper80: Numbers
    lower95: Numbers
    upper95: Numbers


def fit(times: Sequence[float], values: Sequence[float]) -> Line | None:
    """The line through the points; None for two or fewer points or no spread in time."""
    t, y = numbers(times), numbers(values)
    if t.size <= _FITTED:
        return None
    squared_times = float(((t - t.mean()) ** 2).sum())
    if squared_times == 0:
        return None
    slope = float(((t - t.mean()) * (y - y.mean())).sum()) / squared_times
    intercept = float(y.mean()) - slope * float(t.mean())
    residuals = y - intercept - slope * t
    spread = sqrt(float((residuals**2).sum()) / (t.size - _FITTED))
    return Line(intercept, slope, spread, t.size, float(t.mean()), squared_times)


def forecast(times: Sequence[float], values: Sequence[float], at: Sequence[float]) -> Forecast | None:
    """The line carried on to the times `at`; None where no line can be fitted."""
    line = fit(times, values)
    if line is None:
        return None
    ahead = numbers(at)
    expected = line.intercept + line.slope * ahead
    narrow, wide = (_half_width(line, ahead, level) for level in (CONFIDENCE_80, CONFIDENCE_95))
    return Forecast(
        line, ahead, expected, expected - narrow, expected + narrow, expected - wide, expected + wide
    )


def fan(times: Sequence[int], values: Sequence[float], *, until: int) -> Forecast | None:
    """The forecast that may be shown: from twelve points on, no further ahead than the history is long."""
    if len(times) < MIN_POINTS:
        return None
    history = times[-1] - times[0] + 1
    last = min(until, times[-1] + history)
    return forecast(times, values, range(times[-1] + 1, last + 1)) if last > times[-1] else None


def _half_width(line: Line, ahead: Numbers, confidence: float) -> Numbers:
    from scipy.special import stdtrit

    distance = (ahead - line.mean_time) ** 2 / line.squared_times
    quantile = stdtrit(line.size - _FITTED, (1 + confidence) / 2)
    return np.asarray(quantile * line.residual_sd * np.sqrt(1 + 1 / line.size + distance))
