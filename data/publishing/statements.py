"""Runs the statements of this package: one file, one statement, named parameters."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from data.store import Connection, quoted
from domain.columns import Numbers

_FOLDER = Path(__file__).parent

_AT_ONCE = 250
"""Rows in one statement; one by one each is planned anew, which takes ten times as long."""


def run(connection: Connection, name: str, **parameters: Any) -> None:
    """Execute `<name>.sql`; it must use exactly these parameters."""
    connection.execute(statement(name), parameters or None)


def fill(connection: Connection, target: str, names: Iterable[str], **given: object) -> None:
    """Execute these statements, which write to the file `target`, each with what it asks for."""
    for name in names:
        asked = {parameter: value for parameter, value in given.items() if needs(name, parameter)}
        connection.execute(statement(name).replace("target.", f"{target}."), asked or None)


def columns(connection: Connection, name: str, **parameters: Any) -> dict[str, Numbers]:
    """The answer of `<name>.sql` as columns of numbers; empty cells are NaN."""
    answer = connection.execute(statement(name), parameters or None).fetchnumpy()
    return {column: np.ma.filled(values.astype(np.float64), np.nan) for column, values in answer.items()}


def load(
    connection: Connection, table: str, types: Mapping[str, str], rows: Iterable[Sequence[object]]
) -> None:
    """Make a small table of rows that Python knows."""
    described = ", ".join(f"{quoted(name)} {sql_type}" for name, sql_type in types.items())
    connection.execute(f"CREATE OR REPLACE TABLE {quoted(table)} ({described})")
    given = list(rows)
    marks = f"({', '.join('?' for _ in types)})"
    for start in range(0, len(given), _AT_ONCE):
        part = given[start : start + _AT_ONCE]
        cells = [cell for row in part for cell in row]
        connection.execute(f"INSERT INTO {quoted(table)} VALUES {', '.join([marks] * len(part))}", cells)


def needs(name: str, parameter: str) -> bool:
    """Whether the statement asks for this parameter."""
    return f"${parameter}" in statement(name)


@cache
def statement(name: str) -> str:
    """The text of `<name>.sql`."""
    return (_FOLDER / f"{name}.sql").read_text("utf-8")
