"""Excel workbooks: each visible sheet with content is one table, its cells read as text."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

from data.importing.carriers import Head, RawTable
from data.importing.carriers.archive import damage_explained, refuse_unsafe
from data.importing.carriers.cells import cell_text
from data.importing.carriers.markup import Markup, has_percentages, sheets_markup
from data.importing.carriers.separated import new_copy, read_numbered
from data.importing.carriers.sheet_rows import LAST_ROW, SheetWriter, formula_findings
from data.importing.findings import Finding, UnreadableDelivery, unreadable
from data.store import Connection

_HEAD_ROWS = 25
_RANGES_NAMED = 3


@dataclass(frozen=True)
class Workbook:
    """One workbook, safe to open, its rows not read yet."""

    path: Path
    heads: tuple[Head, ...]
    markup: dict[str, Markup]
    shows_percentages: bool

    def obstacles(self, head: Head) -> list[Finding]:
        name = str(head.sheet)
        markup = self.markup[name]
        found = [_merged(name, markup.merged)] if markup.merged else []
        return [*found, *([_remarked(name, markup.remarks)] if markup.remarks else [])]

    def stage(self, connection: Connection, head: Head, workplace: Path, header_row: int = 1) -> RawTable:
        name = str(head.sheet)
        markup = self.markup[name]
        headers = _without_trailing_blanks(head.rows[header_row - 1])
        copy = new_copy(workplace)
        last = markup.last_row or LAST_ROW
        with damage_explained(), _opened(self.path) as book:
            writer = SheetWriter(headers, header_row, book.epoch, markup, by_cell=self.shows_percentages)
            findings = writer.write(_rows(book[name], last, by_cell=self.shows_percentages), copy)
        if markup.has_formulas:
            with damage_explained(), _opened(self.path, formulas=True) as book:
                found = formula_findings(_rows(book[name], last, by_cell=True), headers)
            findings = (*findings, *found)
        return RawTable(read_numbered(connection, copy, len(headers)), headers, findings=findings)


def open_workbook(path: Path) -> Workbook:
    """The workbook with the first rows of its sheets; UnreadableDelivery when it cannot be read."""
    refuse_unsafe(path)
    with damage_explained():
        markup = sheets_markup(path, _targets(path))  # first: what it refuses must not be read as rows
        with _opened(path) as book:
            heads = [(sheet.sheet_state, _head(sheet)) for sheet in book.worksheets]
        filled = [(state, head) for state, head in heads if head.rows]
        hidden = [str(head.sheet) for state, head in filled if state != "visible"]
        visible = tuple(head for state, head in filled if state == "visible")
        _refuse(hidden, visible)
        return Workbook(path, visible, markup, has_percentages(path))


def _refuse(hidden: list[str], visible: tuple[Head, ...]) -> None:
    if hidden:
        raise UnreadableDelivery(
            *(
                Finding(
                    "is verborgen en heeft inhoud",
                    "Maak het blad zichtbaar, of verwijder het uit de werkmap.",
                    sheet=name,
                )
                for name in hidden
            )
        )
    if not visible:
        raise unreadable("de werkmap is leeg", "Lever een blad met kolomkoppen en rijen.")


def _merged(sheet: str, ranges: tuple[str, ...]) -> Finding:
    from openpyxl.utils.cell import range_boundaries

    tops = sorted({int(range_boundaries(each)[1]) for each in ranges})
    shown = (*ranges[:_RANGES_NAMED], *(["…"] if len(ranges) > _RANGES_NAMED else []))
    return Finding(
        "heeft samengevoegde cellen",
        "Hef het samenvoegen op en vul elke cel in.",
        rows=tuple(tops[:_RANGES_NAMED]),
        count=len(tops),
        values=shown,
        sheet=sheet,
    )


def _remarked(sheet: str, cells: tuple[str, ...]) -> Finding:
    """Nothing looks into a remark, and yet it would be kept with the file: often it names a person."""
    from openpyxl.utils.cell import coordinate_from_string

    rows = sorted({int(coordinate_from_string(each)[1]) for each in cells})
    shown = (*cells[:_RANGES_NAMED], *(["…"] if len(cells) > _RANGES_NAMED else []))
    return Finding(
        "heeft opmerkingen of notities bij cellen",
        "Verwijder ze (Controleren, Verwijderen): niemand leest ze hier, en er kan een naam in staan.",
        rows=tuple(rows[:_RANGES_NAMED]),
        count=len(rows),
        values=shown,
        sheet=sheet,
    )


@contextmanager
def _opened(path: Path, *, formulas: bool = False) -> Iterator[Any]:
    from openpyxl import load_workbook

    with path.open("rb") as file, catch_warnings():
        simplefilter("ignore")  # about styles and extensions that do not matter here
        book = load_workbook(file, read_only=True, data_only=not formulas, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _targets(path: Path) -> dict[str, str]:
    """Where the sheets stand inside the workbook."""
    from openpyxl.reader.excel import ExcelReader

    with path.open("rb") as file:
        reader = ExcelReader(file, read_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_workbook()
        return {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}


def _rows(sheet: Any, last: int, *, by_cell: bool) -> Iterator[tuple[Any, ...]]:
    """Every row from the first to the last; the size that the sheet says it has may be wrong."""
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_row=last, values_only=not by_cell)
    return rows


def _head(sheet: Any) -> Head:
    """The first rows of the sheet; none when the sheet has no content in its beginning."""
    beginning = [tuple(cell_text(value).strip() for value in row) for row in _first_rows(sheet)]
    while beginning and not any(beginning[-1]):
        beginning.pop()
    return Head(tuple(_without_trailing_blanks(row) for row in beginning), sheet.title)


def _first_rows(sheet: Any) -> list[tuple[Any, ...]]:
    with suppress(TypeError):  # a sheet without any cell has no size
        return list(_rows(sheet, _HEAD_ROWS, by_cell=False))
    return []


def _without_trailing_blanks(row: tuple[str, ...]) -> tuple[str, ...]:
    filled = [index for index, cell in enumerate(row) if cell.strip()]
    return row[: filled[-1] + 1] if filled else ()
