"""CSV files, read by DuckDB once separator and header are found; row by row only where lines are not rows."""

import csv
import io
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path

from data.importing.carriers import Head, RawTable, text_column
from data.importing.carriers.encoding import WINDOWS, TextForm, as_utf8, text_form
from data.importing.carriers.patient import written_plainly
from data.importing.findings import Finding, Level, UnreadableDelivery, unreadable
from data.store import Connection, DatabaseError, literal, shortage

_SEPARATORS = (";", ",", "\t")
_HEAD_BYTES = 1 << 18
_HEAD_ROWS = 25
_LONGEST_LINE = 1 << 20
_AS_WINDOWS = Finding(
    "is gelezen als Windows-1252, want het is geen UTF-8",
    "Staan letters als é en ë goed? Sla het anders op als CSV (UTF-8) en lever het opnieuw.",
    level=Level.WARNING,
)
_table_number = count(1)


@dataclass(frozen=True)
class SeparatedFile:
    """One CSV file, its form known, its rows not read yet."""

    path: Path
    form: TextForm
    separator: str
    heads: tuple[Head, ...]
    skipped: int = field(default=0)  # a first line `sep=;`, which a spreadsheet does not show

    def obstacles(self, head: Head) -> list[Finding]:  # noqa: ARG002 - true of the file, whatever table it holds
        return [] if self.form.encoding != WINDOWS else [_AS_WINDOWS]

    def stage(self, connection: Connection, head: Head, workplace: Path, header_row: int = 1) -> RawTable:
        headers = head.rows[header_row - 1]
        source = self._as_utf8(workplace)
        if self.form.counts_plainly and not self.skipped:
            relation = _read_plainly(connection, source, self.separator, len(headers), header_row)
            if relation is not None:
                return RawTable(relation, headers, self.separator, self.form.is_trimmed)
        return self._read_patiently(connection, source, workplace, headers, header_row)

    def _as_utf8(self, workplace: Path) -> Path:
        if self.form.encoding == "utf-8-sig":
            return self.path
        copy = workplace / f"{next(_table_number)}-utf8.csv"
        as_utf8(self.path, self.form.encoding, copy)
        return copy

    def _read_patiently(
        self, connection: Connection, source: Path, workplace: Path, headers: tuple[str, ...], header_row: int
    ) -> RawTable:
        plain = new_copy(workplace)
        found = written_plainly(source, plain, self.separator, len(headers), header_row, self.skipped)
        relation = read_numbered(connection, plain, len(headers))
        return RawTable(relation, headers, self.separator, findings=found)


def open_separated(path: Path) -> SeparatedFile:
    """The CSV file with its first rows; UnreadableDelivery when it is no text or no table."""
    form = text_form(path)
    text = _beginning(path, form.encoding)
    declared = _declared_separator(text)
    if declared:
        text = text.split("\n", 1)[1] if "\n" in text else ""
    separator = declared or _likely_separator(text)
    head = Head(_first_rows(text, separator))
    if not head.rows and path.stat().st_size > _HEAD_BYTES:
        raise _too_long(1)
    _refuse_quoted_rows(head)
    if not head.rows:
        raise unreadable("het bestand is leeg", "Lever een bestand met kolomkoppen en rijen.")
    return SeparatedFile(path, form, separator, (head,), skipped=1 if declared else 0)


def _too_long(row: int) -> UnreadableDelivery:
    return unreadable(
        "is te lang om een rij van een tabel te zijn", "Lever een export met één rij per regel.", row
    )


def _beginning(path: Path, encoding: str) -> str:
    with path.open("rb") as file:
        raw = file.read(_HEAD_BYTES)
    whole = len(raw) < _HEAD_BYTES
    text = raw.decode(encoding, errors="strict" if whole else "ignore")
    return text if whole else text.rpartition("\n")[0]


def _declared_separator(text: str) -> str | None:
    """The separator in a first line such as `sep=;`, which Excel understands and hides."""
    line = text.split("\n", 1)[0].strip().strip('"').lower()
    return line[4] if line.startswith("sep=") and len(line) == 5 and line[4] in _SEPARATORS else None


def _likely_separator(text: str) -> str:
    """The separator that cuts the first lines into most cells."""
    return max(_SEPARATORS, key=lambda separator: max(map(len, _first_rows(text, separator)), default=0))


def _first_rows(text: str, separator: str) -> tuple[tuple[str, ...], ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[str, ...]] = []
    with suppress(csv.Error):  # a cell without end; reading the whole file says in which row
        rows.extend(tuple(cell.strip() for cell in row) for row in islice(reader, _HEAD_ROWS))
    return tuple(rows)


def _refuse_quoted_rows(head: Head) -> None:
    if len(head.headers) == 1 and any(separator in head.headers[0] for separator in _SEPARATORS):
        raise unreadable(
            "elke rij staat als één veld tussen aanhalingstekens",
            "Het bestand is na het exporteren opnieuw opgeslagen; lever de oorspronkelijke export.",
            row=1,
        )


def _read_plainly(
    connection: Connection, source: Path, separator: str, width: int, header_row: int
) -> str | None:
    """The relation with every row; None when a row is not as wide as the header, or quotes do not match."""
    name = f"raw_{next(_table_number)}"
    columns = ", ".join(f"'{text_column(index)}': 'VARCHAR'" for index in range(width))
    statement = f"""
        CREATE TEMP TABLE {name} AS FROM read_csv(
            {literal(str(source))}, delim = {literal(separator)}, quote = '"', escape = '"', header = false,
            skip = {header_row}, auto_detect = false, strict_mode = true, null_padding = false,
            nullstr = '', columns = {{{columns}}}, max_line_size = {_LONGEST_LINE}
        )
    """
    try:
        connection.execute(statement)
    except DatabaseError as error:
        if shortage(error):
            raise
        return None
    # A temporary table keeps the order of the file, so that its rowid counts the rows.
    connection.execute(
        f"CREATE TEMP VIEW {name}_rows AS SELECT rowid + {header_row + 1} AS row_number, * FROM {name}"
    )
    return f"{name}_rows"


def new_copy(workplace: Path) -> Path:
    """A new name for a working copy."""
    return workplace / f"{next(_table_number)}-plain.csv"


def read_numbered(connection: Connection, plain: Path, width: int) -> str:
    """The relation of a file that we wrote: row numbers first, every cell quoted."""
    name = f"raw_{next(_table_number)}"
    columns = ", ".join(["'row_number': 'BIGINT'", *(f"'{text_column(i)}': 'VARCHAR'" for i in range(width))])
    try:
        connection.execute(
            f"""
            CREATE TEMP TABLE {name} AS FROM read_csv(
                {literal(str(plain))}, delim = ',', quote = '"', escape = '"', header = false,
                auto_detect = false, columns = {{{columns}}}, max_line_size = {8 * _LONGEST_LINE},
                new_line = '\\n'
            )
            """
        )
    except DatabaseError as error:
        if shortage(error):
            raise
        raise UnreadableDelivery(
            *unreadable("het bestand is beschadigd", "Maak de export opnieuw en lever het opnieuw.").findings
        ) from error
    return name
