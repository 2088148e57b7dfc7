"""The published versions: which there are, which one readers get, and opening what one audience may see.

A version is a folder of read-only files that never change. A pointer is a small text file with the name of a
version, replaced in one step, so that a reader sees the old version or the new one and nothing in between.
Versions are never removed here: frozen meetings and readers of a moment ago still use them.
"""

import fcntl
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from data.least_group import least_group
from data.replacing import replace_text
from data.schema import SCHEMA_VERSION
from data.store import Connection, DatabaseError, StoreInUse, StoreUnavailable, connect_readonly
from domain.audience import Audience, UnknownAudience, parse_audience
from domain.disclosure import Policy, is_looser, policies
from settings import Settings

POINTERS = ("partners", "current")
"""Partners get a new version first; everyone else follows."""

OPEN_FILES = 8
QUERY_SECONDS = 10.0
_OF_ANY_RELEASE = """
    SELECT
        published_at, NULL AS remade_at, today, fictional,
        (SELECT count(*) FROM observation) AS observations
    FROM publication
"""
_OURS = _OF_ANY_RELEASE.replace("NULL AS remade_at", "remade_at")
_VERSION = re.compile(r"\d{6,}")
_FOLDER = re.compile(r"(?P<name>\d{6,})(?:~(?P<times>\d+))?")
"""A version that was made again has a folder of its own: who has the old one open by its path keeps that."""
_SCHEMA = "SELECT schema_version FROM publication"
_POLICIES = """
    SELECT audience, min_denominator, min_part, zero_is_small, rounding_base, is_proved FROM policy
"""


class TooSlow(RuntimeError):
    """A question took longer than any should, and was stopped."""


class NothingPublished(StoreUnavailable):
    """No version is served yet."""


class UnreadablePointer(StoreUnavailable):
    """The file that says which version is served holds something else."""


class UnknownVersion(StoreUnavailable):
    """There is no such version."""


class OtherSchema(StoreUnavailable):
    """The version was published by another release of the program, which wrote other tables."""


class NewerSchema(OtherSchema):
    """The version was published by a later release, which publishing again here would not mend."""


class LooserPolicy(StoreUnavailable):
    """The version shows what is hidden by now; it is not served until it is remade."""


class AudienceWithoutFigures(StoreUnavailable):
    """The version holds no file for this audience, such as a partner that joined later."""


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


class Published:
    """What one audience may see of one version; safe to use from several threads."""

    def __init__(self, version: str, connection: Connection) -> None:
        self.version = version
        self._connection = connection
        self._lock = Lock()

    def execute(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of the answer, each by column name."""
        with self._lock:
            cursor = self._connection.cursor()
        try:
            with _stopped_in_time(cursor):
                cursor.execute(statement, dict(parameters or {}))
                names = [column[0] for column in cursor.description or ()]
                return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        finally:
            cursor.close()


@contextmanager
def _stopped_in_time(cursor: Connection) -> Iterator[None]:
    """TooSlow when the question takes longer than QUERY_SECONDS: it is stopped, and holds up nobody."""
    stop = Timer(QUERY_SECONDS, cursor.interrupt)
    stop.daemon = True
    stop.start()
    try:
        yield
    except DatabaseError as error:
        if stop.finished.is_set():
            raise TooSlow("De vraag duurde te lang en is gestopt.") from error
        raise
    finally:
        stop.cancel()


class PublishedFiles:
    """The published files of one installation, the last few kept open.

    A file that is no longer among them closes by itself when its last reader lets go of it.
    """

    def __init__(self, settings: Settings, *, keep_open: int = OPEN_FILES) -> None:
        self._settings = settings
        self._demanded: dict[str, Policy] = {}
        self._keep_open = keep_open
        self._open: OrderedDict[Path, Connection] = OrderedDict()
        self._lock = Lock()

    def open(self, audience: str) -> Published:
        """What `steering` or `partner-<code>` reads now; the whole request keeps this one version."""
        reader = _audience(audience)
        version = current_version(self._settings, reader.pointer)
        path = folder_of(self._settings, version) / f"{reader.file}.duckdb"
        demanded = demanded_of(self._settings)
        with self._lock:
            if demanded != self._demanded:  # decided a moment ago: what is open may show too much
                self._demanded = demanded
                self._open.clear()
            return Published(version, self._connection(path).cursor())

    def _connection(self, path: Path) -> Connection:
        if path not in self._open:
            if not path.exists():
                raise AudienceWithoutFigures("Voor deze lezer zijn in deze versie geen cijfers gepubliceerd.")
            self._open[path] = _servable(connect_readonly(path), self._demanded)
        self._open.move_to_end(path)
        while len(self._open) > self._keep_open:
            self._open.popitem(last=False)
        return self._open[path]


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


def versions(settings: Settings) -> list[Version]:
    """All versions with what they are, oldest first."""
    named = {pointer: _named(settings, pointer) for pointer in POINTERS}
    return [_described(settings, name, named) for name in version_names(settings)]


def version_name(written: str) -> str:
    """The name of a version as a person may have written it: 7 is 000007."""
    return written.strip().zfill(6)


def rollback(settings: Settings, version: str) -> str:
    """The name of the version that readers get from now on; any error moves nothing."""
    name = version_name(version)
    if name not in version_names(settings):
        raise UnknownVersion(f"Versie {version} is er niet. Bekijk de versies met: python manage.py versions")
    open_servable(settings, name).close()
    point_to(settings, name)
    return name


def open_servable(settings: Settings, name: str) -> Connection:
    """The steering group's file of this version; OtherSchema or LooserPolicy when it may not be served."""
    steering = connect_readonly(folder_of(settings, name) / "steering.duckdb")
    return _servable(steering, demanded_of(settings))


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


def demanded_of(settings: Settings) -> dict[str, Policy]:
    """The policies that whatever is served must have been made under."""
    return policies(least_group(settings), is_proved=settings.asks_for_proof)


def is_looser_version(settings: Settings, name: str) -> bool:
    """Whether the version shows what the policies in force hide; not of another release's version."""
    path = folder_of(settings, name) / "steering.duckdb"
    if not path.exists():
        return False
    file = connect_readonly(path)
    try:
        return _is_of_this_release(file) and _is_looser(file, demanded_of(settings))
    finally:
        file.close()


def _servable(connection: Connection, demanded: Mapping[str, Policy]) -> Connection:
    """The same connection; OtherSchema or LooserPolicy, and closed, when its file may not be served."""
    _of_this_release(connection)
    if _is_looser(connection, demanded):
        connection.close()
        raise LooserPolicy(
            "Deze versie is gemaakt toen er meer te zien was dan nu mag."
            " Maak haar opnieuw met: python manage.py republish"
        )
    return connection


def _is_looser(connection: Connection, demanded: Mapping[str, Policy]) -> bool:
    try:
        recorded = connection.execute(_POLICIES).fetchall()
    except DatabaseError:
        return True
    made = {
        str(audience): Policy(audience, least, part, zero, base, proved)
        for audience, least, part, zero, base, proved in recorded
    }
    return any(name not in made or is_looser(made[name], one) for name, one in demanded.items())


def _of_this_release(connection: Connection) -> Connection:
    """The same connection; OtherSchema, and closed, when its file has other tables than we ask for."""
    if _is_of_this_release(connection):
        return connection
    found = connection.execute(_SCHEMA).fetchone()
    connection.close()
    if found is not None and found[0] > SCHEMA_VERSION:
        raise NewerSchema("De cijfers zijn van een nieuwer programma. Werk dit programma bij.")
    raise OtherSchema(
        "Deze versie is door een andere uitgave van het programma gepubliceerd en hier niet te lezen."
        " Publiceer opnieuw met: python manage.py publish"
    )


def _is_of_this_release(connection: Connection) -> bool:
    return connection.execute(_SCHEMA).fetchone() == (SCHEMA_VERSION,)


def _audience(audience: str) -> Audience:
    """The audience of a file name; a name that could lead elsewhere is none."""
    try:
        return parse_audience(audience.replace("partner-", "partner:", 1))
    except UnknownAudience as error:
        raise AudienceWithoutFigures("Voor deze lezer worden geen cijfers gepubliceerd.") from error


def _named(settings: Settings, pointer: str) -> str | None:
    try:
        return current_version(settings, pointer)
    except (NothingPublished, UnreadablePointer):
        return None


def _described(settings: Settings, name: str, named: Mapping[str, str | None]) -> Version:
    file = connect_readonly(folder_of(settings, name) / "steering.duckdb")
    try:
        is_ours = _is_of_this_release(file)
        made = Published(name, file).execute(_OURS if is_ours else _OF_ANY_RELEASE)[0]
        looser = is_ours and _is_looser(file, demanded_of(settings))
    finally:
        file.close()
    pointers = tuple(pointer for pointer, version in named.items() if version == name)
    return Version(name=name, is_looser=looser, pointers=pointers, **made)
