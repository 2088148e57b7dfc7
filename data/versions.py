"""The versions that were published, described for who keeps them, and going back to one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data.pointers import (
    POINTERS,
    NothingPublished,
    UnreadablePointer,
    current_version,
    folder_of,
    point_to,
    version_name,
    version_names,
)
from data.published import Published
from data.servable import demanded_of, is_of_this_release, open_servable, shows_more
from data.store import StoreUnavailable, connect_readonly
from settings import Settings

_OF_ANY_RELEASE = """
    SELECT
        published_at, NULL AS remade_at, today, fictional,
        (SELECT count(*) FROM observation) AS observations
    FROM publication
"""
_OURS = _OF_ANY_RELEASE.replace("NULL AS remade_at", "remade_at")


class UnknownVersion(StoreUnavailable):
    """There is no such version."""


@dataclass(frozen=True, slots=True)
class Version:
    """One publication and which pointers name it."""

    name: str
    published_at: datetime
    today: date
    fictional: bool
    observations: int
    remade_at: datetime | None
    is_looser: bool
    pointers: tuple[str, ...]


def versions(settings: Settings) -> list[Version]:
    """All versions with what they are, oldest first."""
    named = {pointer: _named(settings, pointer) for pointer in POINTERS}
    return [_described(settings, name, named) for name in version_names(settings)]


def rollback(settings: Settings, version: str) -> str:
    """The name of the version that readers get from now on; any error moves nothing."""
    name = version_name(version)
    if name not in version_names(settings):
        raise UnknownVersion(f"Versie {version} is er niet. Bekijk de versies met: python manage.py versions")
    open_servable(settings, name).close()
    point_to(settings, name)
    return name


def _named(settings: Settings, pointer: str) -> str | None:
    try:
        return current_version(settings, pointer)
    except (NothingPublished, UnreadablePointer):
        return None


def _described(settings: Settings, name: str, named: Mapping[str, str | None]) -> Version:
    file = connect_readonly(folder_of(settings, name) / "steering.duckdb")
    try:
        is_ours = is_of_this_release(file)
        made = Published(name, file).execute(_OURS if is_ours else _OF_ANY_RELEASE)[0]
        looser = is_ours and shows_more(file, demanded_of(settings))
    finally:
        file.close()
    pointers = tuple(pointer for pointer, version in named.items() if version == name)
    return Version(name=name, is_looser=looser, pointers=pointers, **made)
