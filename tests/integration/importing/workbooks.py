"""Workbooks as people deliver them: typed cells, and everything that a spreadsheet can hide."""

import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

Rows = Iterable[Mapping[str, Any]]
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
    "in_memory": True,
}


def write_workbook(
    path: Path, change: Callable[[Workbook, Worksheet], object] | None = None, /, **sheets: Rows
) -> Path:
    """A workbook with these sheets; `change` does something more to it and its first sheet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Workbook(str(path), _OPTIONS) as book:
        for name, listed in sheets.items():
            fill(book.add_worksheet(name), listed)
        if change is not None:
            change(book, book.worksheets()[0])
    return path


def fill(sheet: Worksheet, listed: Rows, top: int = 0) -> None:
    """The rows below their headers, from that row of the sheet."""
    kept = list(listed)
    headers = list(dict.fromkeys(header for row in kept for header in row))
    for index, header in enumerate(headers):
        sheet.write(top, index, header)
    for number, row in enumerate(kept, start=top + 1):
        for index, header in enumerate(headers):
            if row.get(header) not in (None, ""):
                sheet.write(number, index, row[header])


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The same workbook with one more part."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def with_replaced(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """The same workbook with something else in one part."""
    return with_part_changed(path, name, lambda content: re.sub(old, new, content))


def with_part_changed(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The same workbook with one part changed."""
    changed = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            target.writestr(part, change(content) if part.filename == name else content)
    shutil.move(changed, path)
    return path
