"""Keeps what was judged as a table of the workspace, many rows at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from data.publishing.statements import load
from data.store import Connection, quoted

Rows = list[tuple[object, ...]]


def keep(
    connection: Connection, table: str, types: Mapping[str, str], found: Sequence[Sequence[object]]
) -> None:
    """Make the table of these rows."""
    load(connection, table, types, ())
    keep_more(connection, table, types, found)


def keep_more(
    connection: Connection, table: str, types: Mapping[str, str], found: Sequence[Sequence[object]]
) -> None:
    """Add these rows to the table; row by row would take minutes."""
    if not found:
        return
    columns = zip(*found, strict=True)
    connection.register(
        "passing",
        {name: _column(cells, sort) for (name, sort), cells in zip(types.items(), columns, strict=True)},
    )
    cells = ", ".join(_cell(name, sql_type) for name, sql_type in types.items())
    connection.execute(f"INSERT INTO {quoted(table)} SELECT {cells} FROM passing AS p")
    connection.unregister("passing")


def _column(cells: Sequence[Any], sql_type: str) -> np.ndarray:
    """Plain arrays only: DuckDB reads columns of objects through pandas, which is not there at run time."""
    if sql_type == "DOUBLE":
        return np.array(cells, dtype=np.float64)  # None becomes NaN
    if sql_type in ("VARCHAR", "DATE"):
        return np.array(["" if cell is None else str(cell) for cell in cells], dtype=str)
    return np.array(cells)


def _cell(name: str, sql_type: str) -> str:
    column = f"p.{quoted(name)}"
    if sql_type == "DOUBLE":
        return f"CASE WHEN NOT isnan({column}) THEN {column} END"
    return f"CAST(nullif({column}, '') AS {sql_type})" if sql_type in ("VARCHAR", "DATE") else column
