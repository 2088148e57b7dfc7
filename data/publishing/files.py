"""Writes one file per audience, complete on disk before anyone is pointed to it."""

import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.publishing.judging import JUDGED
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


def write_file(
    connection: Connection, edition: Edition, audience: str, *, partner: str | None, min_clients: int
) -> None:
    """The file of the audience whose rows stand in `audience_row`; safely on disk on return."""
    path = edition.folder / f"{audience}.duckdb"
    attach(connection, path, "target", read_only=False)
    try:
        connection.begin()  # one transaction, because each waits for the disk
        for table in PUBLISHED_TABLES:
            connection.execute(ddl(table).replace("CREATE TABLE ", "CREATE TABLE target.", 1))
        run(
            connection,
            "audiences/publication",
            version=edition.version,
            published_at=edition.published_at,
            today=edition.today,
            audience=audience,
            schema_version=SCHEMA_VERSION,
            min_clients=min_clients,
        )
        _fill(connection, partner)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    connection.execute("CHECKPOINT target")
    connection.execute("DETACH target")
    _sync(path)


def _fill(connection: Connection, partner: str | None) -> None:
    plan = (f"plan/{table.name}" for table in PLAN_TABLES)
    judged = (f"audiences/{name}" for name in JUDGED)
    paths = (f"audiences/{name}" for name in ("care_path", "care_path_scope", "joint_care", "delivery_log"))
    for name in ("audiences/observation", "audiences/coverage", "audiences/label", *judged, *plan, *paths):
        run(connection, name, **({"partner": partner} if needs(name, "partner") else {}))


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
