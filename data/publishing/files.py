"""Writes one file per audience, complete on disk before anyone is pointed to it."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.publishing.release import Reader
from data.publishing.statements import needs, run
from data.schema import PLAN_TABLES, PUBLISHED_TABLES, SCHEMA_VERSION, ddl
from data.store import Connection, attach
from domain.audience import AudienceKind


@dataclass(frozen=True)
class Edition:
    """What all files of one version have in common."""

    folder: Path
    version: str
    published_at: datetime
    today: date
    remade_at: datetime | None = None


_OF_ALL = tuple(
    f"audiences/{name}" for name in ("policy", "method_value", "false_signal", "funnel", "funnel_limit")
)
_OF_ROWS = tuple(
    f"audiences/{name}" for name in ("observation", "movement_reason", "control_limit", "forecast")
)
_OF_READER = (
    *(f"audiences/{name}" for name in ("coverage", "label", "action_effect", "funnel_unit")),
    *(f"audiences/{name}" for name in ("care_path", "care_path_scope", "joint_care", "delivery_log")),
    *(f"plan/{table.name}" for table in PLAN_TABLES),
)


def write_base(connection: Connection, edition: Edition) -> Path:
    """What all partners get: the rows that stand in `audience_row`, the funnels, the method."""
    base = edition.folder / "base"
    with _written(connection, base):
        _create_tables(connection)
        _fill(connection, (*_OF_ALL, *_OF_ROWS), {"kind": AudienceKind.PARTNER.value})
    return base


def write_file(connection: Connection, edition: Edition, reader: Reader, base: Path | None = None) -> None:
    """The file of a reader, with the rows that stand in `audience_row` beside what a base already holds."""
    path = edition.folder / f"{reader.name}.duckdb"
    if base is not None:
        shutil.copyfile(base, path)
    with _written(connection, path):
        if base is None:
            _create_tables(connection)
        _tell_edition(connection, edition, reader)
        given = {"kind": reader.kind, "partner": reader.partner}
        names = (*_OF_ALL, *_OF_ROWS) if base is None else (*_OF_ROWS, "audiences/own_limit")
        _fill(connection, (*names, *_OF_READER), given)
    with path.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _written(connection: Connection, path: Path) -> Iterator[None]:
    """The file as `target`, in one transaction, because each waits for the disk."""
    attach(connection, path, "target", read_only=False)
    try:
        connection.begin()
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    connection.execute("CHECKPOINT target")
    connection.execute("DETACH target")


def _create_tables(connection: Connection) -> None:
    for table in PUBLISHED_TABLES:
        connection.execute(ddl(table).replace("CREATE TABLE ", "CREATE TABLE target.", 1))


def _tell_edition(connection: Connection, edition: Edition, reader: Reader) -> None:
    run(
        connection,
        "audiences/publication",
        version=edition.version,
        published_at=edition.published_at,
        remade_at=edition.remade_at,
        today=edition.today,
        audience=reader.name,
        schema_version=SCHEMA_VERSION,
        min_clients=reader.policy.min_denominator,
    )


def _fill(connection: Connection, names: Iterable[str], given: Mapping[str, object]) -> None:
    for name in names:
        asked = {parameter: value for parameter, value in given.items() if needs(name, parameter)}
        run(connection, name, **asked)
