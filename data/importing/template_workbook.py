"""A template as a workbook: a sheet per table with drop-downs, a guide to its fields, and the code lists."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from data.codelists import national_labels
from data.contract import Field, FieldKind, fields, sheet
from data.importing.dictionary import content_words
from data.importing.sheets import CODES_SHEET, GUIDE_SHEET

_CODE_LIST = "codelist:"
_LAST_ROW = 1_048_575
_LONGEST_CHOICE = 255  # characters of a drop-down that is written in the sheet itself
_NARROW, _WIDE = 12, 60
_NUMBERS = (FieldKind.INTEGER, FieldKind.NUMBER)
_GUIDE = ("blad", "kolom", "verplicht", "inhoud", "wat", "voorbeeld")
_CODES = ("lijst", "code", "omschrijving", "domein", "codelijst")
_PLAN_ROWS = 500
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
Ranges = dict[str, str]


def write_workbook(tables: Iterable[Table], target: Path) -> None:
    """Write the empty tables; texts and codes get cells of text, so that 02 and 4-11 stay what they are."""
    from xlsxwriter import Workbook

    listed = list(tables)
    with target.open("wb") as file, Workbook(file, _OPTIONS) as book:
        sheets = [(table, book.add_worksheet(sheet(table))) for table in listed]
        _write_guide(book, listed)
        ranges = _write_codes(book) | _plan_ranges(listed)
        for table, page in sheets:
            _write_table(book, page, table, ranges)


def _write_table(book: Any, page: Any, table: Table, ranges: Ranges) -> None:
    heading = book.add_format({"bold": True, "bottom": 1})
    required = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8E8E8"})
    formats = {kind: book.add_format({"num_format": _number_format(kind)}) for kind in FieldKind}
    page.freeze_panes(1, 0)
    for index, field in enumerate(fields(table).values()):
        page.set_column(index, index, max(_NARROW, len(field.header) + 2), formats[field.kind])
        page.write_string(0, index, field.header, required if field.required else heading)
        source = _choices(field, ranges)
        if source:
            page.data_validation(1, index, _LAST_ROW, index, _drop_down(field, source))


def _number_format(kind: FieldKind) -> str:
    if kind is FieldKind.DATE:
        return "yyyy-mm-dd"
    return "General" if kind in _NUMBERS else "@"


def _choices(field: Field, ranges: Ranges) -> list[str] | str | None:
    """What the drop-down offers: the closed list itself, or where the codes stand in the workbook."""
    if field.kind is FieldKind.YES_NO:
        return ["ja", "nee"]
    if field.codes and not field.refers_to and len(",".join(field.codes)) <= _LONGEST_CHOICE:
        return list(field.codes)
    return ranges.get(field.refers_to or "") if field.kind is FieldKind.CODE else None


def _drop_down(field: Field, source: list[str] | str) -> dict[str, Any]:
    """A list of codes that the plan may extend is offered, not imposed."""
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning" if field.refers_to else "stop",
        "error_title": "Onbekende code",
        "error_message": "Kies een waarde uit de lijst.",
    }


def _write_guide(book: Any, tables: list[Table]) -> None:
    rows = [
        (
            sheet(table),
            field.header,
            "ja" if field.required else "",
            content_words(field).replace("\\|", "|"),
            field.explain,
            field.example,
        )
        for table in tables
        for field in fields(table).values()
    ]
    _write_listing(book, GUIDE_SHEET, _GUIDE, rows)


def _write_codes(book: Any) -> Ranges:
    """Every national list but the long one of municipalities; where the codes of each list stand."""
    chosen = sorted(
        (each for each in national_labels() if each.list != "gemeente"), key=lambda each: each.list
    )
    rows = [(each.list, each.code, each.label, each.domain, each.code_list) for each in chosen]
    _write_listing(book, CODES_SHEET, _CODES, rows)
    lists = [each.list for each in chosen]
    return {
        f"{_CODE_LIST}{name}": (
            f"={CODES_SHEET}!$B${lists.index(name) + 2}:$B${len(lists) - lists[::-1].index(name) + 1}"
        )
        for name in dict.fromkeys(lists)
    }


def _plan_ranges(tables: list[Table]) -> Ranges:
    """Where the codes that the plan itself declares come to stand."""
    return {
        f"{table.name}.code": f"={sheet(table)}!$A$2:$A${_PLAN_ROWS}"
        for table in tables
        if next(iter(fields(table))) == "code"
    }


def _write_listing(
    book: Any, name: str, headers: tuple[str, ...], rows: Iterable[tuple[str | None, ...]]
) -> None:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 0)
    page.write_row(0, 0, headers, book.add_format({"bold": True, "bottom": 1}))
    widths = [len(header) for header in headers]
    for number, row in enumerate(rows, start=1):
        for index, text in enumerate(row):
            page.write_string(number, index, text or "")
            widths[index] = max(widths[index], len(text or ""))
    for index, width in enumerate(widths):
        page.set_column(index, index, min(max(_NARROW, width + 2), _WIDE))
