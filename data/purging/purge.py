"""Removes records past their retention; the sums that figures need stay, and nothing of a client.

All or nothing: sums, records and the log change in one transaction. After it the intake is written anew, so
that what was removed is gone from the disk as well, and the delivered files that held it are removed. Until
then a mark stands in the intake, so that the next purge finishes what a killed one left.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from data.importing.workplace import discard, workplace
from data.publishing.aggregation import (
    Progress,
    count_clients,
    find_cases,
    find_periods,
    prepare,
    sum_months,
)
from data.publishing.counting import Indicator
from data.publishing.purged import Purged, last_month, read_purged
from data.publishing.statements import run
from data.purging.retention import Delivered, decide
from data.schema import ddl
from data.schema_intake import KEPT_TABLES
from data.store import Connection, attach, open_intake, open_workspace, rewritten, rows
from domain.computation import Measure
from settings import Settings

_FILES = """
    SELECT DISTINCT d.stored_as FROM delivery AS d
    WHERE d.kind = 'trajecten' AND d.period <= $last_period
"""
_PURGED_FILES = """
    SELECT DISTINCT d.stored_as FROM delivery AS d
    WHERE d.kind = 'trajecten' AND d.period <= (SELECT max(l.last_period) FROM purge_log AS l)
"""
_MARK = "purge_unfinished"
_IS_UNFINISHED = "SELECT m.value FROM intake_meta AS m WHERE m.name = $mark"
_RECORDS = "SELECT count(*) FROM trajectory AS t WHERE t.delivery_period <= $last_period"


@dataclass(frozen=True)
class Purge:
    """What was removed, or would be; `blocked_by` are deliveries that hold later half-years back."""

    last_period: str | None
    records: int = 0
    files: int = 0
    blocked_by: tuple[Delivered, ...] = ()


def purge(settings: Settings, progress: Progress, *, only_say: bool = False) -> Purge:
    """Remove what is past its retention; with `only_say` nothing changes."""
    open_intake(settings).close()  # brings an older one up to date
    with workplace(settings) as folder, open_workspace(Path(mkdtemp(dir=folder))) as connection:
        attach(connection, settings.intake_file, "intake", read_only=False)
        connection.execute("SET search_path = 'memory.main,intake.main'")
        found = _found(connection, settings)
        if only_say:
            return found
        if found.last_period is not None and (found.records or found.files):
            _keep(connection, settings, found.last_period, progress)
            _remove(connection, settings, found)
        elif not rows(connection, _IS_UNFINISHED, {"mark": _MARK}):
            return found
        stored = [str(name) for (name,) in rows(connection, _PURGED_FILES)]
        rewritten(connection, "intake", settings.intake_file, folder / "intake.duckdb")
    for name in stored:
        discard(settings, name)
    with open_intake(settings) as intake:
        intake.execute("DELETE FROM intake_meta WHERE name = $mark", {"mark": _MARK})
    return found


def _found(connection: Connection, settings: Settings) -> Purge:
    retention = decide(connection, settings.today, settings.retention_months)
    if retention.last_period is None:
        return Purge(None, blocked_by=retention.blocked_by)
    until = {"last_period": retention.last_period.code}
    files = [
        name for (name,) in rows(connection, _FILES, until) if (settings.deliveries / str(name)).exists()
    ]
    records = int(str(rows(connection, _RECORDS, until)[0][0]))
    return Purge(retention.last_period.code, records, len(files), retention.blocked_by)


def _keep(connection: Connection, settings: Settings, last_period: str, progress: Progress) -> None:
    """Make the tables next_kept_…: what takes the place of the records that go."""
    for table in KEPT_TABLES:
        connection.execute(
            ddl(table).replace(f"CREATE TABLE {table.name}", f"CREATE TABLE next_{table.name}")
        )
    first_day, indicators = prepare(connection, settings.today, progress)
    purged = read_purged(connection)
    computed = [indicator for indicator in indicators if indicator.is_computed]
    for done, indicator in enumerate(computed):
        progress(f"Vastleggen: {indicator.code}", done, len(computed))
        find_cases(connection, indicator, purged)
        if indicator.window_months is not None:
            find_periods(connection, indicator, first_day, purged, window_months=None)
            connection.execute("CREATE OR REPLACE TABLE partner_month_without_window AS FROM partner_month")
        find_periods(connection, indicator, first_day, purged, window_months=indicator.window_months)
        if indicator.window_months is not None:
            run(connection, "purged/later_periods")
        _keep_figures(connection, indicator, purged, last_month(last_period))
    for table in KEPT_TABLES:  # the plan may leave an indicator out and take it back
        connection.execute(
            f"INSERT INTO next_{table.name} BY NAME "
            f"SELECT k.* FROM {table.name} AS k WHERE NOT list_contains($codes, k.indicator)",
            {"codes": [indicator.code for indicator in computed]},
        )


def _keep_figures(connection: Connection, indicator: Indicator, purged: Purged | None, month: int) -> None:
    named = {"indicator": indicator.code, "month": month}
    count_clients(connection, indicator, purged)
    sum_months(connection, indicator, purged)
    run(connection, "purged/keep_sums", **named)
    if indicator.computation.measure is Measure.MEDIAN:
        run(connection, "purged/single_value", indicator=indicator.code, is_median=True)
        run(connection, "purged/keep_values", **named)
    connection.execute("CREATE OR REPLACE TABLE surplus_with_all AS FROM surplus")
    run(connection, "purged/leave_out", month=month)
    count_clients(connection, indicator, None)
    run(connection, "purged/keep_surplus", **named)


def _remove(connection: Connection, settings: Settings, found: Purge) -> None:
    until = {"last_period": found.last_period}
    connection.begin()
    for table in KEPT_TABLES:
        connection.execute(f"DELETE FROM intake.{table.name}")
        connection.execute(f"INSERT INTO intake.{table.name} BY NAME FROM memory.next_{table.name}")
    connection.execute("DELETE FROM intake.trajectory WHERE delivery_period <= $last_period", until)
    connection.execute(
        "UPDATE intake.delivery SET state = 'purged' "
        "WHERE kind = 'trajecten' AND state = 'accepted' AND period <= $last_period",
        until,
    )
    connection.execute(
        "INSERT INTO intake.purge_log BY NAME SELECT current_localtimestamp() AS purged_at, "
        "$last_period AS last_period, $months AS retention_months, $records AS records, $files AS files",
        {**until, "months": settings.retention_months, "records": found.records, "files": found.files},
    )
    connection.execute(
        "INSERT INTO intake.intake_meta VALUES ($mark, $last_period) ON CONFLICT DO NOTHING",
        {**until, "mark": _MARK},
    )
    connection.commit()
