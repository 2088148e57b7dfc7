"""How long publishing takes: of the delivered trajecten, and of the figures of many partners."""

from dataclasses import replace
from pathlib import Path

from bench.many import MANY, take_in_many
from bench.ratio import Ratio, cost
from data.publishing import publish
from settings import Settings

_LIMIT = 10.0
_MINUTE = 60.0
_MINUTES = 15.0


def publish_ratios(settings: Settings, base_seconds: float, times: int) -> list[Ratio]:
    """Publish what stands in the intake, the best of so many times, against read_csv of the same file."""
    found = min((cost(_publish, settings) for _ in range(times)), key=lambda each: each.seconds)
    against = "read_csv into a table of a file"
    return [Ratio("publish", "publish", found.seconds, against, base_seconds, _LIMIT, found.peak_mb)]


def publish_many(settings: Settings, size: tuple[int, int, int, int] = MANY) -> Ratio:
    """Publish the figures of many partners, protection and audit included; the ratio is minutes."""
    take_in_many(settings, size)
    found = cost(_publish, replace(settings, protection="volledig"))
    partners, indicators, quarters, splits = size
    what = (
        f"publish {partners} partners × {indicators} indicators × {quarters} quarters × {splits} splits, "
        "protection and audit included"
    )
    return Ratio("publish_many", what, found.seconds, "one minute", _MINUTE, _MINUTES, found.peak_mb)


def _publish(settings: Settings) -> Path:
    return settings.published / publish(settings)
