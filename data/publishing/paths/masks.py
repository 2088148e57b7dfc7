"""Says per audience which paths and joint trajectories are hidden, and what of the hidden is told as a sum.

A partner subtracts its own paths from those of all, so for its file the paths of the others are what counts:
hidden is what is hidden from everyone, and what would leave a few clients of others.
"""

from collections.abc import Iterable

from data.publishing.paths.cells import joint_cells, path_cells
from data.publishing.policies import policy_of
from data.publishing.statements import load, run
from data.store import Connection
from domain.audience import STEERING
from domain.disclosure import SMALL_BELOW

_HIDDEN = {"audience": "VARCHAR", "row_id": "INTEGER"}
_RESIDUAL = {
    "audience": "VARCHAR",
    "domain": "VARCHAR",
    "period": "VARCHAR",
    "care_form": "VARCHAR",
    "paths": "BIGINT",
}


def mask_paths(connection: Connection, partners: Iterable[str]) -> None:
    """Make `hidden_path`, `hidden_joint` and `path_residual` for the steering group and these partners."""
    readers: list[str | None] = [None, *partners]
    threshold = policy_of(connection, STEERING.file).min_denominator
    paths, joint = path_cells(connection), joint_cells(connection)
    for table, cells in (("hidden_path", paths), ("hidden_joint", joint)):
        found = [(reader, place + 1) for reader in readers for place in cells.hidden(reader, threshold)]
        load(connection, table, _HIDDEN, found)
    told = [(reader, *row) for reader in readers for row in paths.residual(reader, threshold)]
    load(connection, "path_residual", _RESIDUAL, told)


def choose_paths(connection: Connection, audience: str, partner: str | None) -> None:
    """Make the rows that the steering group or this partner gets; any other audience gets none."""
    reader = {"partner": partner, "is_closed": partner is not None or audience == STEERING.file}
    least = policy_of(connection, STEERING.file).min_denominator
    run(connection, "paths/closed_path", least=least, small_below=SMALL_BELOW, **reader)
    run(connection, "paths/residual_path", **reader)
    run(connection, "paths/closed_joint", small_below=SMALL_BELOW, **reader)
    run(connection, "paths/closed_scope", **reader)


def choose_every_path(connection: Connection) -> None:
    """Make the rows of the exact file, which nobody but a later publication reads."""
    run(connection, "paths/every_path")
    run(connection, "paths/every_joint")
    run(connection, "paths/every_scope")
