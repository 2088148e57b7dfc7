"""Hides rows in the mask that everyone but a partner itself has, and counts what it hides."""

from collections.abc import Sequence

import numpy as np

from data.publishing.statements import run
from data.store import Connection, rows
from domain.disclosure_table import Integers


def hide_rows(connection: Connection, row_ids: Sequence[Integers]) -> None:
    """Hide these rows in `closed_mask`."""
    found = np.concatenate([*row_ids, np.zeros(0, dtype=np.int64)])
    connection.register("passing_rows", {"row_id": found})
    run(connection, "protection/hide")
    connection.unregister("passing_rows")


def keep_rule(connection: Connection) -> None:
    """Remember what `closed_mask` hides now, by the rule only."""
    run(connection, "protection/rule_mask")


def show_again(connection: Connection) -> None:
    """Hide in `closed_mask` what the rule hides, and nothing besides."""
    run(connection, "protection/show_again")


def hidden_so_far(connection: Connection) -> int:
    """How many figures `closed_mask` hides by now."""
    ((count,),) = rows(connection, "SELECT count(*) FROM closed_mask AS m WHERE m.suppressed")
    return int(str(count))
