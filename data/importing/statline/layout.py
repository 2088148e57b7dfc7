"""Where a StatLine table begins: at once, below the title lines of an old export, or as long observations."""

import re
from dataclasses import dataclass

from data.importing.carriers import Head
from data.importing.headers import normalised
from data.importing.statline.form import PERIODS, REGIONS

_OBSERVATION = {"measure", "value", "valueattribute"}
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Layout:
    """The header as it should read, the row it ends on, and the one period that a title may name."""

    headers: tuple[str, ...]
    header_row: int = 1
    period: str | None = None
    is_long: bool = False  # one observation a row, its measure and period as codes of other files


def layout_of(head: Head) -> Layout | None:
    """How the table is laid out; None when it is none of StatLine."""
    names = {normalised(header) for header in head.headers}
    if names >= _OBSERVATION:
        return Layout(head.headers, is_long=True)
    if names & REGIONS and names & PERIODS:
        return Layout(head.headers)
    return _below_title(head)


def _below_title(head: Head) -> Layout | None:
    """An old export: title, subjects, then a line with the dimensions and the unit of every subject."""
    for number, row in enumerate(head.rows[1:], start=1):
        dimensions = {index for index, cell in enumerate(row) if normalised(cell) in REGIONS | PERIODS}
        subjects = head.rows[number - 1]
        if dimensions and len(subjects) == len(row) > len(dimensions):
            headers = tuple(
                cell if index in dimensions else f"{subjects[index]} ({cell})" if cell else subjects[index]
                for index, cell in enumerate(row)
            )
            return _dated(Layout(headers, number + 1), head.rows[:number])
    return None


def _dated(layout: Layout, title: tuple[tuple[str, ...], ...]) -> Layout | None:
    """Without a column of periods the title must name exactly one year."""
    if {normalised(header) for header in layout.headers} & PERIODS:
        return layout
    years = set(_YEAR.findall(" ".join(cell for row in title for cell in row)))
    return Layout(layout.headers, layout.header_row, years.pop()) if len(years) == 1 else None
