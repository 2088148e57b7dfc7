"""What the cells of a sheet do not tell: merged ranges, formulas, and percentages as a format."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.importing.carriers.archive import pieces

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}[0-9]+:[A-Z]{1,3}[0-9]+)\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_PERCENT = re.compile(rb"numFmtId=\"(?:9|10)\"|formatCode=\"[^\"]*%")
_STYLES = "xl/styles.xml"


@dataclass(frozen=True, slots=True)
class Markup:
    """What the XML of one sheet shows; the merged ranges as 'A1:C1'."""

    merged: tuple[str, ...]
    has_formulas: bool


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
    for piece in pieces(archive, target):
        merged.update(dict.fromkeys(found.decode() for found in _MERGED.findall(piece)))
        has_formulas = has_formulas or _FORMULA.search(piece) is not None
    return Markup(tuple(merged), has_formulas)
