"""Writes the file that nobody reads: every figure with nothing hidden, and what makes a version again.

Sums, never records. What it keeps for that stands in a schema of its own, and the figures stand nowhere else.
"""

from pathlib import Path

from data.publishing.files import Edition, make_tables, plan_statements, tell_edition, written
from data.publishing.paths import choose_every_path
from data.publishing.release import EXACT
from data.publishing.statements import fill, statement
from data.schema import PLAN_TABLES
from data.store import Connection, attach, connect_readonly, named_here, quoted, rows

KEPT = (
    *("counted_indicator", "period", "exact_observation", "judged", "resolved_goal", "delivery_coverage"),
    *("code_text", "exact_care_path", "care_path_scope_row", "exact_joint_care", "path_span"),
    *(table.name for table in PLAN_TABLES),
)
_TOLD = ("policy", "coverage", "label", "care_path", "care_path_scope", "joint_care", "delivery_log")
_KEPT_SCHEMA = "SELECT 1 FROM duckdb_schemas() WHERE schema_name = 'kept' AND NOT internal"
_DELIVERY = """
    CREATE TABLE {target}.kept.delivery AS
    SELECT d.id, d.partner, d.period, d.kind, d.received_at, d.rows, d.state FROM delivery AS d
"""


def write_exact(connection: Connection, edition: Edition) -> None:
    """Write it as soon as every figure is judged; safely on disk on return."""
    choose_every_path(connection)
    with written(connection, edition.folder / f"{EXACT.name}.duckdb") as target:
        make_tables(connection, target, leave_out=["observation"])
        _keep(connection, target)
        tell_edition(connection, target, edition, EXACT)
        told = (f"audiences/{name}" for name in _TOLD)
        fill(connection, target, (*told, *plan_statements()), kind=EXACT.kind, partner=None)


def has_kept(exact: Path) -> bool:
    """Whether a version can be made again: one of an earlier release kept nothing."""
    if not exact.exists():
        return False
    file = connect_readonly(exact)
    try:
        return bool(rows(file, _KEPT_SCHEMA))
    finally:
        file.close()


def open_kept(connection: Connection, exact: Path) -> None:
    """Have the workspace find these tables, as if they had just been computed."""
    attach(connection, exact, "exact")
    connection.execute("SET search_path = 'memory.main,exact.kept'")


def _keep(connection: Connection, target: str) -> None:
    connection.execute(f"CREATE SCHEMA {target}.kept")
    for name in KEPT:
        connection.execute(f"CREATE TABLE {target}.kept.{quoted(name)} AS SELECT * FROM {quoted(name)}")
    connection.execute(_DELIVERY.format(target=target))
    with named_here(
        connection, target
    ):  # a view that names its file is lost when the file is opened by itself
        connection.execute(statement("exact_view"))
