"""Writes an answer as JSON for programs, or as CSV that a Dutch spreadsheet opens as it is."""

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

import orjson

JSON_TYPE = "application/json"
CSV_TYPE = "text/csv; charset=utf-8"

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def json_bytes(answer: Any) -> bytes:
    """The answer as JSON; dataclasses become objects, dates ISO 8601."""
    return orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE)


def rows_as_csv(row: type[Any], rows: Sequence[Any]) -> bytes:
    """The rows under the names of their fields: `;`, decimal comma, byte order mark, no formulas."""
    names = [field.name for field in fields(row)]
    return csv_bytes(names, list(map(attrgetter(*names), rows)))


def csv_bytes(headers: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """One line a row; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return _decimal_comma(value)
        case date():
            return value.isoformat()
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS_A_FORMULA) else text


def _decimal_comma(value: float) -> str:
    """All digits that the number has, never in scientific notation; a whole number without a comma."""
    text = format(Decimal(repr(value)), "f")
    return text.removesuffix(".0").replace(".", ",")
