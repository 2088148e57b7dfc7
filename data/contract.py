"""How a delivered table is declared: one SQLAlchemy column that also carries its import contract."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Double, MetaData, String, Table
from sqlalchemy.types import TypeEngine


class FieldKind(StrEnum):
    """What a cell may contain; decides its SQL type and its check."""

    TEXT = "text"
    CODE = "code"  # one of a closed list, or of the codes that another table declares
    LIST = "list"  # several codes, separated by |
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"
    HALF_YEAR = "half_year"
    YES_NO = "yes_no"
    SCALE = "scale"  # lowest-highest, such as 1-10
    GAS = "gas"  # scores from -2 to 2, separated by |


_SQL_TYPES: dict[FieldKind, type[TypeEngine[Any]]] = {
    FieldKind.INTEGER: BigInteger,
    FieldKind.NUMBER: Double,
    FieldKind.DATE: Date,
    FieldKind.YES_NO: Boolean,
}


@dataclass(frozen=True)
class Field:
    """The contract of one column of a delivery.

    `codes` are the values a closed list allows; `refers_to` is "<table>.<column>" of the plan or
    "codelist:<list>"; `minimum` and `maximum` are inclusive; a `masked` value never stands in a finding;
    `key` columns together identify a row within its file.
    """

    header: str
    kind: FieldKind
    explain: str
    required: bool = False
    codes: tuple[str, ...] = ()
    refers_to: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    masked: bool = False
    key: bool = False
    example: str = ""


def delivered(name: str, header: str, kind: FieldKind, explain: str, **contract: Any) -> Column[Any]:
    """A column named `name` in the store and `header` in a delivery."""
    field = Field(header, kind, explain, **contract)
    sql_type = _SQL_TYPES.get(kind, String)()
    return Column(name, sql_type, nullable=not field.required, info={"field": field})


def delivered_table(metadata: MetaData, name: str, sheet: str, explain: str, *columns: Column[Any]) -> Table:
    """A table that arrives as the file or sheet `sheet`; the store adds its delivery and row number."""
    origin = (
        Column("delivery_id", BigInteger, nullable=False),
        Column("row_number", BigInteger, nullable=False),
    )
    return Table(name, metadata, *columns, *origin, info={"sheet": sheet, "explain": explain})


def fields(table: Table) -> dict[str, Field]:
    """The contract per column name, in delivery order."""
    return {column.name: column.info["field"] for column in table.columns if "field" in column.info}


def sheet(table: Table) -> str:
    """The name of the file or sheet in which the table arrives."""
    return str(table.info["sheet"])
