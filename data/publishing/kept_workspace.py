"""What the exact file keeps, so that a version can be made again from it alone: sums, never records."""

from pathlib import Path

from data.schema import PLAN_TABLES
from data.store import Connection, attach, connect_readonly, quoted, rows

KEPT = (
    *("counted_indicator", "period", "exact_observation", "judged", "series_figure", "resolved_goal"),
    *(
        "delivery_coverage",
        "code_text",
        "exact_care_path",
        "care_path_scope_row",
        "exact_joint_care",
        "path_span",
    ),
    *(table.name for table in PLAN_TABLES),
)
_KEPT_SCHEMA = "SELECT 1 FROM duckdb_schemas() WHERE schema_name = 'kept' AND NOT internal"
_DELIVERY = """
    CREATE TABLE target.kept.delivery AS
    SELECT d.id, d.partner, d.period, d.kind, d.received_at, d.rows, d.state FROM delivery AS d
"""


def keep_workspace(connection: Connection, exact: Path) -> None:
    """Add these tables to the exact file, in a schema of their own; safely on disk on return."""
    attach(connection, exact, "target", read_only=False)
    connection.begin()
    connection.execute("CREATE SCHEMA target.kept")
    for name in KEPT:
        connection.execute(f"CREATE TABLE target.kept.{quoted(name)} AS SELECT * FROM {quoted(name)}")
    connection.execute(_DELIVERY)
    connection.commit()
    connection.execute("CHECKPOINT target")
    connection.execute("DETACH target")


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
