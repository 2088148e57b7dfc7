"""The only module that opens DuckDB: the intake, its scratch twin, and published files read-only.

One process at a time may write the intake: DuckDB locks the file, and whoever comes second is told so.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    MetaData,
    String,
    Table,
)

from data.schema import INTAKE_TABLES, PLAN_TABLES, ddl
from settings import Settings

Connection = duckdb.DuckDBPyConnection
DatabaseError = duckdb.Error

INTAKE_VERSION = "1"
"""Raised whenever an intake file of an older version can no longer be read as it is."""

_administration = MetaData()

delivery = Table(
    "delivery",
    _administration,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),  # plan, trajecten, cijfers or statline
    Column("partner", String),
    Column("period", String),
    Column("file_name", String, nullable=False),  # as the sender called it
    Column("stored_as", String, nullable=False),  # under deliveries/; deliveries of one file share it
    Column("sha256", String, nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("state", String, nullable=False),  # accepted or replaced
)

final_period = Table(
    "final_period",
    _administration,
    Column("partner", String),  # null: for every partner
    Column("period", String, nullable=False),
    Column("marked_on", DateTime, nullable=False),
)

intake_meta = Table(
    "intake_meta",
    _administration,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

ADMINISTRATION_TABLES = (delivery, final_period, intake_meta)

_INTAKE_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "1500MB",
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


DISK_FULL = "De schijf is vol; er is niets opgeslagen. Maak ruimte en probeer het opnieuw."


class StoreUnavailable(RuntimeError):
    """The store cannot be used now; the message says why and what to do."""


class NothingTakenIn(StoreUnavailable):
    """There is no intake yet."""


def open_intake(settings: Settings, *, read_only: bool = False) -> Connection:
    """The intake, made when it is missing; NothingTakenIn when it is missing and only read."""
    path = settings.intake_file
    if read_only and not path.exists():
        raise NothingTakenIn("Er is nog niets ingelezen. Begin met: python manage.py import MAP")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(str(path), read_only=read_only, config=_INTAKE_CONFIG)
    except (duckdb.Error, OSError) as error:
        raise _explained(error, path) from error
    if not read_only:
        create_intake_tables(connection)
    _refuse_other_version(connection)
    return connection


def scratch_intake(spill: Path) -> Connection:
    """An empty intake in memory, to check without storing; `spill` takes what does not fit."""
    connection = duckdb.connect(":memory:", config={**_INTAKE_CONFIG, "temp_directory": str(spill)})
    create_intake_tables(connection)
    return connection


def copy_plan(scratch: Connection, settings: Settings) -> None:
    """Copy the plan in force, when there is one, from the intake to the scratch intake."""
    if not settings.intake_file.exists():
        return
    try:
        scratch.execute(f"ATTACH {literal(str(settings.intake_file))} AS intake (READ_ONLY)")
    except duckdb.Error as error:
        raise _explained(error, settings.intake_file) from error
    for table in PLAN_TABLES:
        scratch.execute(f"INSERT INTO {quoted(table.name)} FROM intake.{quoted(table.name)}")
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
    """An empty database in memory to compute in; what does not fit goes to the folder `spill`."""
    return duckdb.connect(":memory:", config={**_INTAKE_CONFIG, "temp_directory": str(spill)})


def attach(connection: Connection, path: Path, name: str, *, read_only: bool = True) -> None:
    """Make another database file reachable as `name`; read-only leaves it to other readers as well."""
    options = " (READ_ONLY)" if read_only else ""
    try:
        connection.execute(f"ATTACH {literal(str(path))} AS {quoted(name)}{options}")
    except duckdb.Error as error:
        raise _explained(error, path) from error


def create_database(path: Path) -> Connection:
    """A new database file to write to, such as one audience's part of a publication."""
    return duckdb.connect(str(path), config=_INTAKE_CONFIG)


def create_intake_tables(connection: Connection) -> None:
    """Make what is missing; tables that exist stay as they are."""
    for table in (*INTAKE_TABLES, *ADMINISTRATION_TABLES):
        connection.execute(ddl(table).replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1))
    connection.execute(
        "INSERT INTO intake_meta VALUES ('schema_version', $version) ON CONFLICT DO NOTHING",
        {"version": INTAKE_VERSION},
    )


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


def _refuse_other_version(connection: Connection) -> None:
    found = connection.execute("SELECT value FROM intake_meta WHERE name = 'schema_version'").fetchone()
    if found is None or found[0] != INTAKE_VERSION:
        connection.close()
        raise StoreUnavailable(
            "De ingelezen gegevens zijn van een andere versie van dit programma. Gebruik die versie, "
            "of lees de bewaarde leveringen opnieuw in een lege map in."
        )


def _explained(error: Exception, path: Path) -> StoreUnavailable:
    if is_disk_full(error):
        return StoreUnavailable(
            "De schijf is vol; er is niets opgeslagen. Maak ruimte en probeer het opnieuw."
        )
    if "lock" in str(error).lower():
        return StoreUnavailable(
            f"{path.name} is in gebruik door een andere opdracht; wacht tot die klaar is."
        )
    return StoreUnavailable(f"{path} is niet te openen. Zet een reservekopie terug, of lees opnieuw in.")


def is_disk_full(error: BaseException) -> bool:
    """Whether the error means that nothing more fits on the disk."""
    words = str(error).lower()
    return "no space left" in words or "disk is full" in words or "disk full" in words or "quota" in words
