"""Writes one file per audience, complete on disk before anyone is pointed to it."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.publishing.release import EXACT, Reader
from data.publishing.statements import needs, run
from data.schema import PLAN_TABLES, PUBLISHED_TABLES, SCHEMA_VERSION, ddl
from data.store import Connection, attach


@dataclass(frozen=True)
class Edition:
    """What all files of one version have in common."""

    folder: Path
    version: str
    published_at: datetime
    today: date
    remade_at: datetime | None = None


_BLOCK_SIZE = 65_536
"""An audience has many small tables, and each takes whole blocks; the exact file has one large one."""

_OF_ALL = tuple(
    f"audiences/{name}" for name in ("policy", "method_value", "false_signal", "funnel", "funnel_limit")
)
_OF_READER = (
    *(f"audiences/{name}" for name in ("observation", "movement_reason", "control_limit", "forecast")),
    *(f"audiences/{name}" for name in ("coverage", "label", "action_effect", "funnel_unit", "own_limit")),
    *(f"audiences/{name}" for name in ("care_path", "care_path_scope", "joint_care", "delivery_log")),
    *(f"plan/{table.name}" for table in PLAN_TABLES),
)


def write_base(connection: Connection, edition: Edition, kind: str) -> Path:
    """What the files of all readers of a kind begin with: the empty tables, the method and the funnels."""
    base = edition.folder / f"{kind}.base"
    block_size = None if kind == EXACT.kind else _BLOCK_SIZE
    with _written(connection, base, block_size):
        for table in PUBLISHED_TABLES:
            connection.execute(ddl(table).replace("CREATE TABLE ", "CREATE TABLE target.", 1))
        _fill(connection, _OF_ALL, {"kind": kind})
    return base


def write_file(
    connection: Connection,
    edition: Edition,
    reader: Reader,
    base: Path,
    names: Iterable[str] = _OF_READER,
) -> None:
    """The file of a reader: what its base holds, and the rows that stand in `audience_row`."""
    path = edition.folder / f"{reader.name}.duckdb"
    shutil.copyfile(base, path)
    with _written(connection, path):
        _tell_edition(connection, edition, reader)
        _fill(connection, names, {"kind": reader.kind, "partner": reader.partner})
    with path.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _written(connection: Connection, path: Path, block_size: int | None = None) -> Iterator[None]:
    """The file as `target`, in one transaction, because each waits for the disk."""
    attach(connection, path, "target", read_only=False, block_size=block_size)
    try:
        connection.begin()
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    connection.execute("CHECKPOINT target")
    connection.execute("DETACH target")


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
