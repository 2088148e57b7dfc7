"""The only module that opens DuckDB: the intake, its scratch twin, and published files read-only.

One process at a time may write the intake: DuckDB locks the file, and whoever comes second is told so.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
from sqlalchemy import Table

from data.schema import INTAKE_TABLES, PLAN_TABLES, ddl
from data.schema_intake import ADMINISTRATION_TABLES, purge_log
from settings import Settings

Connection = duckdb.DuckDBPyConnection
DatabaseError = duckdb.Error

INTAKE_VERSION = 3
"""Raised whenever a table or column is added; an older intake gets what it lacks when it is opened."""

PATIENCE = 60.0
"""How many seconds a command waits for another one that has the same file to itself."""

_BETWEEN_TRIES = 0.2

NEWEST_STORAGE = 68
"""The newest form of its files that this DuckDB reads; older forms it reads too."""

_INTAKE_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "1500MB",
    "storage_compatibility_version": "v1.4.0",  # packs text better than the oldest form, and a third faster
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_READ_ONLY_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "512MB",
    "threads": 2,
    "lock_configuration": True,
}


_VERSION = "schema_version"
_COLUMNS = """
    SELECT column_name FROM duckdb_columns()
    WHERE database_name = current_database() AND table_name = $table
"""

DISK_FULL = "De schijf is vol; er is niets opgeslagen. Maak ruimte en probeer het opnieuw."
_NO_MEMORY = (
    "Er is te weinig geheugen; er is niets opgeslagen. Sluit andere programma's, of deel het bestand op."
)


class StoreUnavailable(RuntimeError):
    """The store cannot be used now; the message says why and what to do."""


class StoreInUse(StoreUnavailable):
    """Another command keeps the store to itself; the same command may succeed in a while."""


class NothingTakenIn(StoreUnavailable):
    """There is no intake yet."""


def open_intake(settings: Settings, *, read_only: bool = False) -> Connection:
    """The intake, made when it is missing; NothingTakenIn when it is missing and only read."""
    path = settings.intake_file
    if read_only and not path.exists():
        raise NothingTakenIn("Er is nog niets ingelezen. Begin met: python manage.py import MAP")
    connection = _connected(path, read_only=read_only)
    try:
        if read_only and _version(connection) < INTAKE_VERSION:
            connection.close()
            open_intake(settings).close()
            connection = _connected(path, read_only=True)
        if not read_only:
            create_intake_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connected(path: Path, *, read_only: bool) -> Connection:
    def connect() -> Connection:
        path.parent.mkdir(parents=True, exist_ok=True)
        return duckdb.connect(str(path), read_only=read_only, config=_INTAKE_CONFIG)

    return _patiently(connect, path)


def _patiently(open_it: Callable[[], Connection], path: Path) -> Connection:
    """Open what another command may have locked, waiting a while for it to finish; StoreUnavailable."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return open_it()
        except (duckdb.Error, OSError) as error:
            if not _is_locked(error) or time.monotonic() >= until:
                raise _explained(error, path) from error
        time.sleep(_BETWEEN_TRIES)


def scratch_intake(spill: Path) -> Connection:
    """An empty intake in memory, to check without storing; `spill` takes what does not fit."""
    connection = duckdb.connect(":memory:", config={**_INTAKE_CONFIG, "temp_directory": str(spill)})
    create_intake_tables(connection)
    return connection


def copy_plan(scratch: Connection, settings: Settings) -> None:
    """Copy the plan in force, when there is one, and what was purged, to the scratch intake."""
    if not settings.intake_file.exists():
        return
    open_intake(settings, read_only=True).close()  # brings an older one up to date
    attach(scratch, settings.intake_file, "intake")
    for table in (*PLAN_TABLES, purge_log):
        scratch.execute(f"INSERT INTO {quoted(table.name)} BY NAME FROM intake.{quoted(table.name)}")
    scratch.execute("DETACH intake")


def connect_readonly(path: Path) -> Connection:
    """A published file, locked down: no other file, no extension, no other setting can be reached."""
    try:
        return duckdb.connect(str(path), read_only=True, config=_READ_ONLY_CONFIG)
    except (duckdb.Error, OSError) as error:
        raise _explained(error, path) from error


def warm_up() -> None:
    """Ask a first question with a parameter: DuckDB imports pandas for it; no reader should wait for that."""
    with duckdb.connect(":memory:") as connection:
        connection.execute("SELECT $word", {"word": "warm"}).fetchall()


def open_workspace(spill: Path) -> Connection:
    """An empty database in memory to compute in; what does not fit goes to the folder `spill`.

    What it writes goes into the file at once: a log beside it would be written, waited for and thrown away.
    """
    config = {**_INTAKE_CONFIG, "temp_directory": str(spill), "checkpoint_threshold": "1KB"}
    return duckdb.connect(":memory:", config=config)


def attach(
    connection: Connection, path: Path, name: str, *, read_only: bool = True, block_size: int | None = None
) -> None:
    """Make another database file reachable as `name`; read-only leaves it to other readers as well.

    `block_size` holds for a new file; many small tables need less room in small blocks.
    """
    options = " (READ_ONLY)" if read_only else f" (BLOCK_SIZE {block_size})" if block_size else ""
    statement = f"ATTACH {literal(str(path))} AS {quoted(name)}{options}"
    _patiently(lambda: connection.execute(statement), path)


@contextmanager
def beside(connection: Connection) -> Iterator[Connection]:
    """A second connection to the same workspace, for another thread; its temporary tables are its own."""
    ((search_path,),) = rows(connection, "SELECT current_setting('search_path')")
    with connection.cursor() as cursor:
        cursor.execute(f"SET search_path = {literal(str(search_path))}")
        yield cursor


@contextmanager
def one_thread_each(connection: Connection) -> Iterator[None]:
    """Meanwhile every statement on this database keeps to the thread that asks for it.

    Sharing the work of a small statement costs a third of it; who has many asks them on several threads.
    """
    ((threads,),) = rows(connection, "SELECT current_setting('threads')")
    connection.execute("SET threads = 1")
    try:
        yield
    finally:
        connection.execute(f"SET threads = {int(str(threads))}")


@contextmanager
def named_here(connection: Connection, database: str) -> Iterator[None]:
    """Meanwhile names without more stand for what is in this database, as for who opens it by itself."""
    ((search_path,),) = rows(connection, "SELECT current_setting('search_path')")
    connection.execute(f"USE {database}")
    yield
    connection.execute(f"SET search_path = {literal(str(search_path))}")


def rewritten(connection: Connection, name: str, path: Path, aside: Path) -> None:
    """Write the attached database anew in place of its file, so that nothing removed is left in it.

    `aside` is a file on the same disk. The old file stays locked until the connection closes.
    """
    connection.execute(f"CHECKPOINT {quoted(name)}")
    copied(connection, name, aside)
    aside.replace(path)


def copied(connection: Connection, name: str, target: Path) -> None:
    """Write everything in the attached database to a new file; safely on disk on return."""
    connection.execute(f"ATTACH {literal(str(target))} AS copy_target")
    try:
        connection.execute(f"COPY FROM DATABASE {quoted(name)} TO copy_target")
        connection.execute("CHECKPOINT copy_target")
    finally:
        connection.execute("DETACH copy_target")
    with target.open("rb") as file:
        os.fsync(file.fileno())


def create_database(path: Path) -> Connection:
    """A new database file to write to, such as one audience's part of a publication."""
    return duckdb.connect(str(path), config=_INTAKE_CONFIG)


def create_intake_tables(connection: Connection) -> None:
    """Make what is missing, in an older intake too; what stands in it stays as it is."""
    if _version(connection) == INTAKE_VERSION:
        return
    connection.begin()
    for table in (*INTAKE_TABLES, *ADMINISTRATION_TABLES):
        connection.execute(ddl(table).replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1))
        _add_columns(connection, table)
    connection.execute(
        "INSERT INTO intake_meta VALUES ($name, $version) ON CONFLICT DO UPDATE SET value = excluded.value",
        {"name": _VERSION, "version": str(INTAKE_VERSION)},
    )
    connection.commit()


def _add_columns(connection: Connection, table: Table) -> None:
    """Columns that a later version of the program added; in rows of before they are empty."""
    present = {name for (name,) in rows(connection, _COLUMNS, {"table": table.name})}
    for column in table.columns:
        if column.name not in present:
            connection.execute(
                f"ALTER TABLE {quoted(table.name)} ADD COLUMN {quoted(column.name)} {column.type}"
            )


def _version(connection: Connection) -> int:
    """Of which version the intake is, 0 when it is empty; StoreUnavailable when it is newer than we are."""
    if not rows(connection, _COLUMNS, {"table": "intake_meta"}):
        return 0
    found = rows(connection, "SELECT value FROM intake_meta WHERE name = $name", {"name": _VERSION})
    version = int(str(found[0][0])) if found else 0
    if version > INTAKE_VERSION:
        raise StoreUnavailable(
            "De ingelezen gegevens zijn van een nieuwere versie van dit programma. Werk het programma bij, "
            "of zet een reservekopie van eerder terug."
        )
    return version


def rows(
    connection: Connection, statement: str, parameters: Mapping[str, object] | None = None
) -> list[tuple[object, ...]]:
    """All rows of the answer."""
    answer: list[tuple[object, ...]] = connection.execute(statement, dict(parameters or {})).fetchall()
    return answer


def quoted(identifier: str) -> str:
    """The identifier as SQL takes it literally."""
    return '"' + identifier.replace('"', '""') + '"'


def literal(text: str) -> str:
    """The text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def _explained(error: Exception, path: Path) -> StoreUnavailable:
    if is_disk_full(error):
        return StoreUnavailable(DISK_FULL)
    if _is_locked(error):
        return StoreInUse(f"{path.name} is in gebruik door een andere opdracht; wacht tot die klaar is.")
    if _storage(path) > NEWEST_STORAGE:
        return StoreUnavailable(
            f"{path.name} is gemaakt met een nieuwere versie van DuckDB dan dit programma kent. "
            "Werk het programma bij, of zet een reservekopie van eerder terug."
        )
    if "storage version" in str(error).lower() or "version number" in str(error).lower():
        return StoreUnavailable(
            f"{path.name} is gemaakt met een versie van DuckDB die dit programma niet kent. Gebruik het "
            "programma waarmee het is gemaakt, of zet een reservekopie terug."
        )
    return StoreUnavailable(
        f"{path} is niet te openen. Zet een reservekopie terug (python manage.py restore BESTAND), "
        "of lees opnieuw in."
    )


def _is_locked(error: Exception) -> bool:
    return "set lock" in str(error).lower()


def _storage(path: Path) -> int:
    """The form of the file as DuckDB numbers it; 0 when it is no file of DuckDB."""
    try:
        with path.open("rb") as file:
            start = file.read(20)
    except OSError:
        return 0
    return int.from_bytes(start[12:20], "little") if start[8:12] == b"DUCK" else 0


def shortage(error: BaseException) -> str | None:
    """What to say when not the delivery is wrong, but the machine has too little room or memory for it."""
    if is_disk_full(error):
        return DISK_FULL
    is_memory = isinstance(error, MemoryError | duckdb.OutOfMemoryException)
    return _NO_MEMORY if is_memory else None


def spill_into(connection: Connection, folder: Path) -> None:
    """Have what does not fit in memory go to that folder, instead of beside the database."""
    connection.execute(f"SET temp_directory = {literal(str(folder))}")


def is_disk_full(error: BaseException) -> bool:
    """Whether the error means that nothing more fits on the disk."""
    words = str(error).lower()
    return "no space left" in words or "disk is full" in words or "disk full" in words or "quota" in words
