"""The carriers in which tables arrive; each becomes the same all-text table before anything is checked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from data.importing.findings import Finding
from data.store import Connection


@dataclass(frozen=True, slots=True)
class Head:
    """The first rows of one table in a carrier, to recognise what it is; the header is its first row."""

    rows: tuple[tuple[str, ...], ...]
    sheet: str | None = None

    @property
    def headers(self) -> tuple[str, ...]:
        return self.rows[0] if self.rows else ()


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table as delivered: `relation` has row_number, as a spreadsheet shows it, and texts c0, c1…"""

    relation: str
    headers: tuple[str, ...]
    separator: str = ";"
    is_trimmed: bool = False  # an empty cell is NULL and no other has blanks around it
    findings: tuple[Finding, ...] = ()  # rows that do not fit the header, and are not in the relation


class Carrier(Protocol):
    """A file that holds one or more tables."""

    @property
    def path(self) -> Path: ...

    @property
    def heads(self) -> tuple[Head, ...]: ...

    def obstacles(self, head: Head) -> list[Finding]:
        """What stands in the way of reading this table, or may have gone wrong, whatever it holds."""
        ...

    def stage(self, connection: Connection, head: Head, workplace: Path, header_row: int = 1) -> RawTable:
        """Read the whole table that starts at `header_row` into the connection."""
        ...


def text_column(index: int) -> str:
    """The name of the column at that position in a raw table."""
    return f"c{index}"
