"""One delivered table, its columns matched and readable as values: what every rule is checked on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Table

from data.contract import Field, FieldKind, fields
from data.importing.carriers import RawTable, text_column
from data.importing.conversion import Decimals, Signs, converted, decimal_sign, signs, text_name
from data.importing.headers import Matched
from data.store import Connection, quoted, rows

_BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(65279)"


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
    """The delivered table as two views of temporary tables; nothing is copied."""
    contract = fields(table)
    texts = f"texts_{raw.relation}"
    _create_texts(connection, texts, raw, columns)
    decimals = _decimal_signs(connection, texts, contract, columns, raw.separator)
    counted = rows(connection, f"SELECT count(*) FROM {texts}")[0][0]
    result = Prepared(
        table,
        texts,
        f"typed_{raw.relation}",
        int(str(counted)),
        decimals,
        paddable,
        frozenset(columns.positions),
    )
    _create_typed(connection, result)
    return result


def nothing_delivered(connection: Connection, table: Table) -> Prepared:
    """A table that was not delivered, which is an empty one."""
    texts = f"texts_none_{table.name}"
    listed = ", ".join(f"CAST(NULL AS VARCHAR) AS {text_name(name)}" for name in fields(table))
    connection.execute(
        f"CREATE TEMP VIEW {texts} AS SELECT CAST(0 AS BIGINT) AS row_number, {listed} WHERE false"
    )
    result = Prepared(table, texts, f"typed_none_{table.name}", 0, {}, delivered=frozenset(fields(table)))
    _create_typed(connection, result)
    return result


def _create_texts(connection: Connection, name: str, raw: RawTable, columns: Matched) -> None:
    """Trimmed cells, empty ones NULL; a wholly blank row is no row, but keeps its number."""
    listed = ", ".join(
        f"nullif(trim({text_column(index)}, {_BLANKS}), '') AS {text_name(column)}"
        for column, index in columns.positions.items()
    )
    cells = [f"nullif(trim({text_column(index)}, {_BLANKS}), '')" for index in range(len(raw.headers))]
    filled = f"coalesce({', '.join(cells)}) IS NOT NULL"
    blank = rows(connection, f"SELECT count(*) FROM {raw.relation} WHERE NOT ({filled})")[0][0]
    only = f"WHERE {filled}" if blank else ""
    connection.execute(f"CREATE TEMP VIEW {name} AS SELECT row_number, {listed} FROM {raw.relation} {only}")


def _create_typed(connection: Connection, table: Prepared) -> None:
    listed = []
    for name in fields(table.table):
        column = table.table.columns[name]
        if name in table.delivered:
            listed.append(
                f"{text_name(name)}, CAST({table.value_of(name)} AS {column.type}) AS {quoted(name)}"
            )
        else:
            listed.append(
                f"CAST(NULL AS VARCHAR) AS {text_name(name)}, CAST(NULL AS {column.type}) AS {quoted(name)}"
            )
    connection.execute(
        f"CREATE TEMP VIEW {table.typed} AS SELECT row_number, {', '.join(listed)} FROM {table.texts}"
    )


def _decimal_signs(
    connection: Connection, texts: str, contract: Mapping[str, Field], columns: Matched, separator: str
) -> dict[str, Decimals]:
    found = {
        name: signs(connection, texts, text_name(name))
        for name, each in contract.items()
        if each.kind is FieldKind.NUMBER and name in columns.positions
    }
    whole = Signs(
        sum(each.comma for each in found.values()),
        sum(each.point for each in found.values()),
        sum(each.grouped_comma for each in found.values()),
        sum(each.grouped_point for each in found.values()),
    )
    return {name: decimal_sign(each, whole, separator) for name, each in found.items()}
