"""What the cells of a sheet do not tell: what is merged, hidden or remarked upon, formulas, percentages."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.importing.carriers.archive import pieces
from data.importing.findings import unreadable

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}[0-9]+:[A-Z]{1,3}[0-9]+)\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_PERCENT = re.compile(rb"numFmtId=\"(?:9|10)\"|formatCode=\"[^\"]*%")
_HIDDEN = re.compile(rb"<(?:\w+:)?(row|col)\s([^>]*?\bhidden=[\"'](?:1|true)[\"'][^>]*)>")
_NUMBER = {name: re.compile(rf"(?:^|\s){name}=[\"'](\d+)[\"']".encode()) for name in ("r", "min", "max")}
_VALUES = (b"<v>", b":v>", b"<v ", b":v ", b"<is>", b":is>", b"<f>", b":f>", b"<f ", b":f ")
_ROWS = (b"<row ", b":row ")
_CELLS = (b"<c ", b":c ", b"<c>", b":c>")
_LONGEST_TAG = 512
_LONGEST_ROW = 4 << 20
_REMARKS = re.compile(rb"Target=\"([^\"]*comments?\d*\.xml)\"", re.IGNORECASE)
_REMARK = re.compile(rb"<(?:\w+:)?comment\s[^>]*?ref=\"([A-Z]{1,3}[0-9]+)\"")
_STYLES = "xl/styles.xml"


@dataclass(frozen=True, slots=True)
class Markup:
    """What the XML of one sheet shows; columns are counted from 0, rows from 1."""

    merged: tuple[str, ...]  # as 'A1:C1'
    remarks: tuple[str, ...]  # as 'B2'
    has_formulas: bool
    hidden_rows: frozenset[int]
    hidden_columns: tuple[range, ...]
    last_row: int | None  # the last with content; below it are only formats. None: it cannot be told


def sheets_markup(path: Path, targets: Mapping[str, str]) -> dict[str, Markup]:
    """Per sheet what its part of the workbook shows; `targets` says where each sheet stands."""
    with zipfile.ZipFile(path) as archive:
        return {name: _markup(archive, target) for name, target in targets.items()}


def has_percentages(path: Path) -> bool:
    """Whether any style of the workbook shows numbers as percentages."""
    with zipfile.ZipFile(path) as archive:
        if _STYLES not in archive.namelist():
            return False
        return any(_PERCENT.search(piece) for piece in pieces(archive, _STYLES))


def _markup(archive: zipfile.ZipFile, target: str) -> Markup:
    merged: dict[str, None] = {}
    has_formulas = False
    hidden_rows: set[int] = set()
    hidden_columns: dict[range, None] = {}
    last, row_bytes = _LastRow(), 0
    for piece in pieces(archive, target):
        row_bytes = _longer_row(piece, row_bytes)
        last.look(piece)
        if b"mergeCell" in piece:
            merged.update(dict.fromkeys(found.decode() for found in _MERGED.findall(piece)))
        has_formulas = has_formulas or _FORMULA.search(piece) is not None
        for tag, attributes in _HIDDEN.findall(piece) if b"hidden=" in piece else ():
            if tag == b"row":
                hidden_rows.add(_number(attributes, "r") or 0)
            else:
                first, last_one = _number(attributes, "min") or 1, _number(attributes, "max") or 0
                hidden_columns[range(first - 1, last_one)] = None
    return Markup(
        tuple(merged),
        tuple(_remarks(archive, target)),
        has_formulas,
        frozenset(hidden_rows),
        tuple(hidden_columns),
        last.row,
    )


def _longer_row(piece: bytes, so_far: int) -> int:
    """How much of one row went by; a row is read as a whole, so it may not be so long that memory ends."""
    goes_on = not any(mark in piece for mark in _ROWS) and any(mark in piece for mark in _CELLS)
    length = so_far + len(piece) if goes_on else 0
    if length > _LONGEST_ROW:
        raise unreadable(
            "een rij in de werkmap is te lang", "Lever een werkmap met alleen de kolommen uit de template."
        )
    return length


class _LastRow:
    """Finds the last row with content, in pieces; a sheet may have a million rows with only a format."""

    def __init__(self) -> None:
        self.row: int | None = 0
        self._open: int | None = None

    def look(self, piece: bytes) -> None:
        value = max(piece.rfind(mark) for mark in _VALUES)
        if value >= 0:
            begin = max(piece.rfind(mark, 0, value) for mark in _ROWS)
            filled = self._open if begin < 0 else _row_number(piece, begin)
            self.row = None if self.row is None or filled is None else max(self.row, filled)
        last = max(piece.rfind(mark) for mark in _ROWS)
        if last >= 0:
            self._open = _row_number(piece, last)


def _row_number(piece: bytes, begin: int) -> int | None:
    return _number(piece[begin : begin + _LONGEST_TAG].split(b">", 1)[0], "r")


def _number(attributes: bytes, name: str) -> int | None:
    found = _NUMBER[name].search(attributes)
    return int(found.group(1)) if found else None


def _remarks(archive: zipfile.ZipFile, target: str) -> Iterator[str]:
    """The cells with a remark, which stands in a part of its own."""
    folder, name = posixpath.split(target)
    links = f"{folder}/_rels/{name}.rels"
    if links not in archive.namelist():
        return
    for found in _REMARKS.findall(archive.read(links)):
        place = posixpath.normpath(posixpath.join(f"/{folder}", found.decode()))[1:]
        if place in archive.namelist():
            yield from dict.fromkeys(each.decode() for each in _REMARK.findall(archive.read(place)))
