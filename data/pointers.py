"""Which versions stand on disk, and which of them readers get.

A version is a folder of read-only files that never change. A pointer is a small text file with the name of a
version, replaced in one step, so that a reader sees the old version or the new one and nothing in between.
Versions are never removed here: frozen meetings and readers of a moment ago still use them.
"""

import fcntl
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from data.replacing import replace_text
from data.store import StoreInUse, StoreUnavailable
from settings import Settings

POINTERS = ("partners", "current")
"""Partners get a new version first; everyone else follows."""
_VERSION = re.compile(r"\d{6,}")
_FOLDER = re.compile(r"(?P<name>\d{6,})(?:~(?P<times>\d+))?")
"""A version that was made again has a folder of its own: who has the old one open by its path keeps that."""


class NothingPublished(StoreUnavailable):
    """No version is served yet."""


class UnreadablePointer(StoreUnavailable):
    """The file that says which version is served holds something else."""


def current_version(settings: Settings, pointer: str = "current") -> str:
    """The version that the pointer names; NothingPublished when there is none yet."""
    try:
        name = (settings.published / pointer).read_text("ascii").strip()
    except FileNotFoundError as error:
        raise NothingPublished("Er is nog niets gepubliceerd. Begin met: python manage.py publish") from error
    if not _VERSION.fullmatch(name):
        raise UnreadablePointer(
            f"{settings.published / pointer} is onleesbaar. Kies een versie met rollback."
        )
    return name


def version_name(written: str) -> str:
    """The name of a version as a person may have written it: 7 is 000007."""
    return written.strip().zfill(6)


def version_names(settings: Settings) -> list[str]:
    """The names of all versions, oldest first."""
    return sorted({name for name, _, _ in _folders(settings)}, key=int)


def folder_of(settings: Settings, version: str) -> Path:
    """Where the version stands; made again, in the folder of the last time."""
    made = [(times, folder) for name, times, folder in _folders(settings) if name == version]
    return max(made)[1] if made else settings.published / version


def _folders(settings: Settings) -> list[tuple[str, int, Path]]:
    """Every version that stands on disk, how many times it was made again, and where."""
    if not settings.published.is_dir():
        return []
    found = ((_FOLDER.fullmatch(folder.name), folder) for folder in settings.published.iterdir())
    return [(match["name"], int(match["times"] or 0), folder) for match, folder in found if match]


def point_to(settings: Settings, version: str, pointers: Sequence[str] = POINTERS) -> None:
    """Serve this version from now on, to partners first."""
    with pointing(settings.published):
        for pointer in pointers:
            replace_text(settings.published / pointer, version)


@contextmanager
def pointing(published: Path) -> Iterator[None]:
    """One at a time: two at once would leave the pointers on different versions."""
    with (published / ".pointers").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """One publication or reservekopie at a time; the lock goes with the process, also when that is killed."""
    with (settings.published / ".lock").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreInUse("Er wordt al gepubliceerd; wacht tot dat klaar is.") from error
        yield


def is_publishing(settings: Settings) -> bool:
    """Whether a publication, or making versions again, is going on."""
    if not settings.published.is_dir():
        return False
    try:
        with alone(settings):
            return False
    except StoreInUse:
        return True
