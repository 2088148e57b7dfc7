"""The small multiple of one goal over its horizon."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from components.figures import layers
from components.figures.rows import Point
from components.figures.trend import TrendOptions, _drawn


def small_trend_figure(points: Sequence[Point], *, options: TrendOptions) -> dict[str, Any]:
    """The chart of `trend_figure` at the size of a small multiple; events are left out."""
    return _drawn(points, replace(options, height=216), layers.SMALL, 16)
