"""What one audience may see of the version that it gets."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from data.pointers import current_version, folder_of
from data.servable import demanded_of, servable
from data.store import Connection, DatabaseError, StoreUnavailable, connect_readonly
from domain.audience import Audience, UnknownAudience, parse_audience
from settings import Settings

OPEN_FILES = 8
QUERY_SECONDS = 10.0


class TooSlow(RuntimeError):
    """A question took longer than any should, and was stopped."""


class AudienceWithoutFigures(StoreUnavailable):
    """The version holds no file for this audience, such as a partner that joined later."""


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
        self._demanded: Mapping[str, object] = {}
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
            if path not in self._open:
                self._open[path] = servable(_reading(path), demanded)
            return Published(version, self._kept(path).cursor())

    def _kept(self, path: Path) -> Connection:
        """The connection to an open file, which is now the last to be closed."""
        self._open.move_to_end(path)
        while len(self._open) > self._keep_open:
            self._open.popitem(last=False)
        return self._open[path]


def _reading(path: Path) -> Connection:
    if not path.exists():
        raise AudienceWithoutFigures("Voor deze lezer zijn in deze versie geen cijfers gepubliceerd.")
    return connect_readonly(path)


def _audience(audience: str) -> Audience:
    """The audience of a file name; a name that could lead elsewhere is none."""
    try:
        return parse_audience(audience.replace("partner-", "partner:", 1))
    except UnknownAudience as error:
        raise AudienceWithoutFigures("Voor deze lezer worden geen cijfers gepubliceerd.") from error
