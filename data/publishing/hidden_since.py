"""Says of hidden figures since when they are: those that readers saw until a policy became stricter."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.publishing.statements import load, run
from data.schema import SCHEMA_VERSION
from data.store import Connection, attach, rows
from domain.audience import PUBLIC, STEERING, Audience

_TYPES = {"mask": "VARCHAR", "row_id": "INTEGER", "since": "DATE"}
_MASKS = {"closed": STEERING, "public": PUBLIC}
_SCHEMA = "SELECT p.schema_version FROM earlier.publication AS p"
_WOULD_SORT = """
    SELECT 1 FROM earlier.policy AS e
    INNER JOIN policy_in_force AS p ON e.audience = p.audience
    WHERE e.audience = $audience AND p.is_proved AND NOT e.is_proved
"""
_ANY = "SELECT 1 FROM earlier.observation AS b WHERE b.hidden_since IS NOT NULL LIMIT 1"


@dataclass(frozen=True)
class Earlier:
    """The version that readers saw before; `stricter_on` is the day on which it became too loose.

    `newest` is the last one that was made: partners may read it already, or everybody read it for a while.
    """

    folder: Path
    stricter_on: date | None = None
    newest: Path | None = None


def mark_hidden_since(connection: Connection, earlier: Earlier | None) -> None:
    """Make the table `hidden_since`; empty without an earlier version, and as long as no policy changed.

    Empty too where the earlier version hid small figures only: of all that is hidden now a mark would tell
    which figures are not small, and no mark which are.
    """
    load(connection, "hidden_since", _TYPES, ())
    run(connection, "audiences/hidden_row")
    for mask, audience in _MASKS.items():
        with seen_before(connection, earlier, audience) as is_there:
            if earlier and is_there and _tells_nothing_else(connection, earlier, audience):
                run(connection, "audiences/hidden_before", mask=mask, today=earlier.stricter_on)


def _tells_nothing_else(connection: Connection, earlier: Earlier, audience: Audience) -> bool:
    """Whether there is something to mark, and marks say no more than since when."""
    if rows(connection, _WOULD_SORT, {"audience": audience.file}):
        return False
    return bool(earlier.stricter_on or rows(connection, _ANY))


def read_least(connection: Connection, earlier: Earlier | None) -> None:
    """Make the table `least_before`: how many clients such a mark tells that figures count at least."""
    load(connection, "least_before", {"row_id": "INTEGER", "least": "INTEGER"}, ())
    with seen_before(connection, earlier, STEERING) as is_there:
        if earlier and is_there:
            run(connection, "protection/least_before", today=earlier.stricter_on)


@contextmanager
def seen_before(connection: Connection, earlier: Earlier | None, audience: Audience) -> Iterator[bool]:
    """What this audience read before as `earlier`, and as `seen_row` of the figures that there are now.

    False where it read nothing, or of another release.
    """
    path = earlier.folder / f"{audience.file}.duckdb" if earlier else None
    if path is None or not path.exists():
        yield False
        return
    attach(connection, path, "earlier")
    try:
        is_there = [version for (version,) in rows(connection, _SCHEMA)] == [SCHEMA_VERSION]
        if is_there:
            run(connection, "audiences/seen_row")
        yield is_there
    finally:
        connection.execute("DROP VIEW IF EXISTS seen_row")
        connection.execute("DETACH earlier")
