"""What a typed cell of a workbook is as text, so that every carrier is checked alike."""

from datetime import date, datetime, time
from decimal import Decimal

from data.contract import FieldKind, fields
from data.importing.headers import normalised
from data.schema import INTAKE_TABLES

_EXACT = 1e15  # a spreadsheet keeps fifteen digits; a longer number is no longer the one typed
_DECIMALS_THAT_MAY_BE_THOUSANDS = 3
_FIRST_SERIAL, _LAST_SERIAL = 1, 109_574  # 1900 to 2199, as days since the beginning of the calendar
_LINE_END = "_x000D_"  # how a workbook writes a carriage return

DATE_HEADERS = frozenset(
    normalised(field.header)
    for table in INTAKE_TABLES
    for field in fields(table).values()
    if field.kind is FieldKind.DATE
)


def cell_text(value: object) -> str:
    """The text of a cell: dates with the year first, numbers with a decimal comma, truth as ja or nee."""
    match value:
        case str():
            return value.replace(_LINE_END, "")
        case bool():
            return "ja" if value else "nee"
        case int() | float():
            return _number(value)
        case date():
            return _day(value)
    return "" if value is None else str(value)


def percentage_text(value: object) -> str:
    """A number that the spreadsheet shows as a percentage, with the sign that it shows."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return cell_text(value)
    return f"{_number(round(value * 100, 10))} %"


def date_text(value: object, epoch: datetime) -> str:
    """A cell in a column of dates, where a bare number is a day that lost its format."""
    from openpyxl.utils.datetime import from_excel

    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and _FIRST_SERIAL <= float(str(value)) < _LAST_SERIAL:
        return cell_text(from_excel(value, epoch))
    return cell_text(value)


def _day(value: date) -> str:
    """A day without its time where that is midnight, as every day of a spreadsheet has it."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return value.isoformat()


def _number(value: float) -> str:
    """Never a text that could also be read as thousands: 1.234 becomes 1,2340."""
    if value != value or abs(value) >= _EXACT:
        return f"{value:e}".replace(".", ",")
    exact = Decimal(repr(value))
    if exact == exact.to_integral_value():
        return str(int(exact))
    whole, _, decimals = f"{exact:f}".partition(".")
    padding = "0" if len(decimals) == _DECIMALS_THAT_MAY_BE_THOUSANDS else ""
    return f"{whole},{decimals}{padding}"
