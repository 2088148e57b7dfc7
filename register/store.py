"""Opens the register, a SQLite file in the home of the installation, and keeps its shape up to date."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.pool import NullPool

from register.sealing import Seal
from register.tables import REVISION
from settings import Settings

_BUSY_SECONDS = 20


class UnusableRegister(RuntimeError):
    """The register cannot be read; the message says what to do."""


class Register:
    """One register; opened at its first use, so that making one costs nothing and touches no file."""

    def __init__(self, settings: Settings) -> None:
        self.file = settings.home / "register.sqlite"
        self.seal = Seal(settings.entrance.keys)
        self._engine: Engine | None = None
        self._opening = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state; UnusableRegister when the file is damaged."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that waits its turn, and is stored whole or not at all."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        try:
            with _begun(self._opened(), begin) as connection:
                yield connection
        except IntegrityError:
            raise
        except DatabaseError as error:
            raise _explained(error, self.file) from error

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is None:
                _make_private_file(self.file)
                engine = _engine(self.file)
                with _begun(engine, "BEGIN IMMEDIATE") as connection:
                    _bring_up_to_date(connection)
                self._engine = engine
            return self._engine


@contextmanager
def _begun(engine: Engine, begin: str) -> Iterator[Connection]:
    with engine.connect().execution_options(sqlite_begin=begin) as connection, connection.begin():
        yield connection


def _make_private_file(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)  # SQLite gives its journals the same rights
    except OSError as error:
        raise _explained(error, file) from error


def _engine(file: Path) -> Engine:
    # A connection costs less than a millisecond, and one that no thread keeps survives no fork.
    # What is kept of a password, and names, may stand in no message of an error.
    engine = create_engine(
        f"sqlite:///{file}",
        poolclass=NullPool,
        connect_args={"timeout": _BUSY_SECONDS},
        hide_parameters=True,
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: Any, _record: Any) -> None:
    # Python's driver would start a transaction only at the first change, which leaves DDL outside it.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))


def _bring_up_to_date(connection: Connection) -> None:
    found = _revision(connection)
    if found == REVISION:
        return
    # Only who must migrate pays for loading Alembic; a web worker never does.
    from register.migrating import migrate

    migrate(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _explained(error: Exception, file: Path) -> UnusableRegister:
    if "locked" in str(error):
        return UnusableRegister(f"Het register ({file.name}) is bezet. Probeer het over een minuut opnieuw.")
    if isinstance(error, OSError) or "readonly" in str(error) or "unable to open" in str(error):
        return UnusableRegister(f"Het register {file} is niet te openen. Controleer de rechten op die map.")
    return UnusableRegister(f"Het register ({file.name}) is onleesbaar. Zet de laatste reservekopie terug.")
