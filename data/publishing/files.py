"""Writes one file per audience, complete on disk before anyone is pointed to it."""

import os
import shutil
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.publishing.openly import OF_EVERYBODY
from data.publishing.release import Reader, choose_own, choose_shared
from data.publishing.statements import fill, needs
from data.schema import PLAN_TABLES, PUBLISHED_TABLES, SCHEMA_VERSION, ddl
from data.store import Connection, attach, quoted
from domain.audience import PUBLIC


@dataclass(frozen=True)
class Edition:
    """What all files of one version have in common."""

    folder: Path
    version: str
    published_at: datetime
    today: date
    remade_at: datetime | None = None


_BLOCK_SIZE = 65_536
"""An audience has many small tables, and each takes whole blocks."""

_FIGURES = ("observation", "movement_reason", "control_limit", "forecast")
_OF_ALL = ("policy", "method_value", "false_signal", "funnel", "funnel_limit", "completeness")
_OF_READER = (
    *("coverage", "label", "action_effect", "funnel_unit", "own_limit"),
    *("care_path", "care_path_scope", "joint_care", "delivery_log", "other_partners"),
)


def write_base(connection: Connection, edition: Edition, kind: str) -> Path:
    """What the files of all readers of a kind begin with; the figures that they share stay in the workspace.

    Rows added to those in a file have all of them packed anew, and less tightly: figures are written at once.
    """
    base = edition.folder / f"{kind}.base"
    names = _named(_OF_ALL)
    if kind != PUBLIC.file:
        _gather_shared(connection, kind)
        names += _plan(is_own=False)
    with written(connection, base, _BLOCK_SIZE) as target:
        make_tables(connection, target)
        fill(connection, target, names, kind=kind)
    return base


def _gather_shared(connection: Connection, kind: str) -> None:
    place = _shared(kind)
    connection.execute(f"CREATE SCHEMA {place}")
    make_tables(connection, place, leave_out=[t.name for t in PUBLISHED_TABLES if t.name not in _FIGURES])
    choose_shared(connection, kind)
    fill(connection, place, _named(_FIGURES))


def _shared(kind: str) -> str:
    """Where the figures are that all readers of a kind get."""
    return f"memory.{quoted(f'shared_{kind}')}"


def write_file(connection: Connection, edition: Edition, reader: Reader, base: Path) -> None:
    """The file of a reader: what its base holds, and the figures it gets; safely on disk on return."""
    path = edition.folder / f"{reader.name}.duckdb"
    shutil.copyfile(base, path)
    with written(connection, path) as target:
        tell_edition(connection, target, edition, reader)
        if reader.name == PUBLIC.file:
            fill(connection, target, OF_EVERYBODY, kind=reader.kind, partner=reader.partner)
        else:
            _fill_figures(connection, target, reader)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _fill_figures(connection: Connection, target: str, reader: Reader) -> None:
    """First what all readers of a kind get and then what is its own: the order of the figures themselves."""
    for name in _FIGURES:
        connection.execute(f"INSERT INTO {target}.{name} FROM {_shared(reader.kind)}.{name}")
    choose_own(connection, reader)
    names = (*_named(_FIGURES), *_named(_OF_READER), *_plan(is_own=True))
    fill(connection, target, names, kind=reader.kind, partner=reader.partner)


@contextmanager
def written(connection: Connection, path: Path, block_size: int | None = None) -> Iterator[str]:
    """The file under this name, in one transaction, because each waits for the disk."""
    attach(connection, path, path.name, read_only=False, block_size=block_size)
    target = quoted(path.name)
    try:
        connection.begin()
        yield target
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    connection.execute(f"CHECKPOINT {target}")
    connection.execute(f"DETACH {target}")


def make_tables(connection: Connection, target: str, *, leave_out: Container[str] = ()) -> None:
    """Make the empty published tables, but for some."""
    for table in PUBLISHED_TABLES:
        if table.name not in leave_out:
            connection.execute(ddl(table).replace("CREATE TABLE ", f"CREATE TABLE {target}.", 1))


def tell_edition(connection: Connection, target: str, edition: Edition, reader: Reader) -> None:
    """Say in the file what it is."""
    fill(
        connection,
        target,
        ["audiences/publication"],
        version=edition.version,
        published_at=edition.published_at,
        remade_at=edition.remade_at,
        today=edition.today,
        audience=reader.name,
        schema_version=SCHEMA_VERSION,
        min_clients=reader.policy.min_denominator,
    )


def plan_statements() -> tuple[str, ...]:
    """The statements that copy the plan."""
    return tuple(f"plan/{table.name}" for table in PLAN_TABLES)


def _plan(*, is_own: bool) -> tuple[str, ...]:
    """The statements of the plan whose answer depends on the partner, or those whose answer does not."""
    return tuple(name for name in plan_statements() if needs(name, "partner") == is_own)


def _named(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"audiences/{name}" for name in names)
