"""One row of a cijfers delivery, written from the cells that matter."""

import numpy as np

from data.demo.lines import number
from data.demo.spans import LAST_HALF_YEAR
from data.schema import aggregate, fields
from domain.period import Period

HEADERS = [field.header for field in fields(aggregate).values()]


def figure_line(indicator: str, period: Period, **cells: str | float) -> str:
    """The line of one figure, in the column order of the contract; the last half-year is provisional."""
    is_provisional = np.datetime64(period.end) > LAST_HALF_YEAR
    row: dict[str, str | float] = {
        "indicator": indicator,
        "periode": period.code,
        "status": "voorlopig" if is_provisional else "definitief",
        **cells,
    }
    return ";".join(_text(row.get(header, "")) for header in HEADERS)


def _text(cell: str | float) -> str:
    return cell if isinstance(cell, str) else number(float(cell))
