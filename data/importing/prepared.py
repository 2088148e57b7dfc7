"""One delivered table, its columns matched and readable as values: what every rule is checked on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Table

from data.contract import Field, FieldKind, fields
from data.importing.carriers import RawTable, text_column
from data.importing.conversion import Decimals, Signs, converted, decimal_sign, signs, text_name
from data.importing.headers import Matched
from data.store import Connection, quoted, rows

_BLANKS = "' \t\n\r\u00a0\ufeff'"
FEW_ROWS = 20_000
"""Up to here planning a query costs more than running it."""


@dataclass(frozen=True)
class Prepared:
    """`texts` holds the cells as text, `typed` beside them as values; both have row_number."""

    table: Table
    texts: str
    typed: str
    rows: int
    decimals: Mapping[str, Decimals]
    paddable: Mapping[str, frozenset[str]] = field(default_factory=dict)
    delivered: frozenset[str] = frozenset()

    def value_of(self, name: str) -> str:
        """The SQL that turns the text of the column into its value."""
        contract = fields(self.table)[name]
        decimals = self.decimals.get(name, Decimals.NONE)
        return converted(contract, text_name(name), decimals, self.paddable.get(name, frozenset()))


def prepared(
    connection: Connection,
    table: Table,
    raw: RawTable,
    columns: Matched,
    paddable: Mapping[str, frozenset[str]],
) -> Prepared:
    """The delivered table as text and as values; a large one is not copied for it."""
    texts, typed = f"texts_{raw.relation}", f"typed_{raw.relation}"
    small = _count(connection, raw.relation) <= FEW_ROWS
    _create(connection, texts, _texts(connection, raw, columns), small=small)
    decimals = _decimal_signs(connection, texts, fields(table), columns, raw.separator)
    delivered = frozenset(columns.positions)
    result = Prepared(table, texts, typed, _count(connection, texts), decimals, paddable, delivered)
    _create(connection, typed, _typed(result), small=small)
    return result


def nothing_delivered(connection: Connection, table: Table) -> Prepared:
    """A table that was not delivered, which is an empty one."""
    texts, typed = f"texts_none_{table.name}", f"typed_none_{table.name}"
    listed = ", ".join(f"CAST(NULL AS VARCHAR) AS {text_name(name)}" for name in fields(table))
    result = Prepared(table, texts, typed, 0, {})
    _create(connection, texts, f"SELECT CAST(0 AS BIGINT) AS row_number, {listed} WHERE false", small=True)
    _create(connection, typed, _typed(result), small=True)
    return result


def _count(connection: Connection, relation: str) -> int:
    return int(str(rows(connection, f"SELECT count(*) FROM {relation}")[0][0]))


def _create(connection: Connection, name: str, query: str, *, small: bool) -> None:
    """A small result is kept, because planning its query again costs more than keeping it."""
    connection.execute(f"CREATE TEMP {'TABLE' if small else 'VIEW'} {name} AS {query}")


def _texts(connection: Connection, raw: RawTable, columns: Matched) -> str:
    """Trimmed cells, empty ones NULL; a wholly blank row is no row, but keeps its number."""
    cells = [text_column(index) for index in range(len(raw.headers))]
    if not raw.is_trimmed:
        cells = [f"nullif(trim({cell}, {_BLANKS}), '')" for cell in cells]
    listed = ", ".join(
        f"{cells[index]} AS {text_name(column)}" for column, index in columns.positions.items()
    )
    counted = ", ".join(f"count({cell})" for cell in cells)
    total, *filled = rows(connection, f"SELECT count(*), {counted} FROM {raw.relation}")[0]
    only = "" if total in filled else f"WHERE coalesce({', '.join(cells)}) IS NOT NULL"
    return (
        f"SELECT {', '.join(['row_number', listed] if listed else ['row_number'])} FROM {raw.relation} {only}"
    )


def _typed(table: Prepared) -> str:
    listed = []
    for name in fields(table.table):
        column = table.table.columns[name]
        if name in table.delivered:
            listed.append(
                f"{text_name(name)}, CAST({table.value_of(name)} AS {column.type}) AS {quoted(name)}"
            )
        else:
            listed.append(f"CAST(NULL AS VARCHAR) AS {text_name(name)}")
            listed.append(f"CAST(NULL AS {column.type}) AS {quoted(name)}")
    return f"SELECT row_number, {', '.join(listed)} FROM {table.texts}"


def _decimal_signs(
    connection: Connection, texts: str, contract: Mapping[str, Field], columns: Matched, separator: str
) -> dict[str, Decimals]:
    """The sign of every column of numbers; only columns with commas or points need a look."""
    numbers = [
        name for name, each in contract.items() if each.kind is FieldKind.NUMBER and name in columns.positions
    ]
    if not numbers:
        return {}
    texts_of = {name: text_name(name) for name in numbers}
    counted = ", ".join(f"bool_or(contains({t}, '.') OR contains({t}, ','))" for t in texts_of.values())
    with_sign = rows(connection, f"SELECT {counted} FROM {texts}")[0]
    found = {
        name: signs(connection, texts, text_name(name)) if has_sign else Signs(0, 0, 0, 0)
        for name, has_sign in zip(numbers, with_sign, strict=True)
    }
    whole = Signs(
        sum(each.comma for each in found.values()),
        sum(each.point for each in found.values()),
        sum(each.grouped_comma for each in found.values()),
        sum(each.grouped_point for each in found.values()),
    )
    return {name: decimal_sign(each, whole, separator) for name, each in found.items()}
