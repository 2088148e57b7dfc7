"""Partners get a new version first; the others after the plan's reply days, or at the data officer's word.

In a demonstration nobody replies, so everybody gets a new version at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from data.pointers import POINTERS, NothingPublished, current_version, folder_of, point_to
from data.published import Published
from data.servable import open_servable
from data.store import StoreUnavailable, connect_readonly
from settings import Settings

_REPLY = """
    SELECT
        (SELECT published_at FROM publication) AS published_at,
        (SELECT coalesce(max(reply_days), 0) FROM ambition) AS reply_days
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A version that only partners read yet, and from when the others may."""

    version: str
    due: datetime


def announce(settings: Settings, version: str) -> None:
    """Serve a new version: to partners now, and to the others when nobody needs time to reply."""
    waits = settings.is_production and _serves_others(settings) and _due(settings, version) > settings.now
    point_to(settings, version, POINTERS[:1] if waits else POINTERS)


def waiting(settings: Settings) -> Waiting | None:
    """The version that partners read and the others do not yet; None when all read the same."""
    first, others = (current_version(settings, pointer) for pointer in POINTERS)
    return Waiting(first, _due(settings, first)) if first != others else None


def release(settings: Settings, found: Waiting) -> None:
    """Serve everybody what partners read."""
    point_to(settings, found.version)


def opened(settings: Settings, version: str) -> Published:
    """What the steering group may see of this version, served or not; OtherSchema for another release's."""
    return Published(version, open_servable(settings, version))


def _serves_others(settings: Settings) -> bool:
    try:
        current_version(settings, POINTERS[-1])
    except NothingPublished:
        return False
    return True


def _due(settings: Settings, version: str) -> datetime:
    steering = connect_readonly(folder_of(settings, version) / "steering.duckdb")
    try:
        found = steering.execute(_REPLY).fetchone()
    finally:
        steering.close()
    if found is None:
        raise StoreUnavailable(f"Versie {version} is onleesbaar.")
    published_at, days = found
    due: datetime = published_at + timedelta(days=int(days))
    return due
