"""Reading a CSV file row by row, to say exactly which row is not a row of its table.

Only for files in which DuckDB met something odd, or whose lines are not its rows (blank lines, old line
ends): what is fine is written out plainly, with its row number, for DuckDB to read after all.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from data.importing.findings import Finding, unreadable


@dataclass
class _Misfits:
    """The rows that do not fit, per way of not fitting."""

    found: dict[str, list[int]] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)

    def add(self, what: str, row: int) -> None:
        self.counted[what] = self.counted.get(what, 0) + 1
        self.found.setdefault(what, [])
        if len(self.found[what]) < 3:
            self.found[what].append(row)


_CREDITS = ("Bron: CBS", "© Centraal Bureau voor de Statistiek", "© CBS")
_MENDING = {
    "quoted": (
        "de hele rij staat als één veld tussen aanhalingstekens",
        "Het bestand is na het exporteren opnieuw opgeslagen; lever de oorspronkelijke export.",
    ),
    "wide": (
        "heeft meer cellen dan er kolomkoppen zijn",
        "Zet tekst of een decimale komma waarin het scheidingsteken staat tussen aanhalingstekens.",
    ),
    "narrow": (
        "heeft minder cellen dan er kolomkoppen zijn",
        "Vul de rij aan met lege cellen, of herstel de afgebroken rij.",
    ),
}


def written_plainly(
    source: Path, target: Path, separator: str, width: int, header_row: int, skipped: int
) -> tuple[Finding, ...]:
    """Write the rows that fit to `target`, numbered; a finding for each way in which others do not."""
    misfits = _Misfits()
    with target.open("w", encoding="utf-8", newline="") as plain:
        writer = csv.writer(plain, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for number, cells in _numbered(source, separator, skipped):
            if number <= header_row or not any(cell.strip() for cell in cells) or _is_credit(cells):
                continue
            if misfit := _misfit(cells, width, separator):
                misfits.add(misfit, number)
            else:
                writer.writerow([number, *cells[:width]])
    return _findings(misfits)


def _numbered(source: Path, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    number = 0
    with source.open(encoding="utf-8-sig", newline="") as file:
        for _ in range(skipped):
            file.readline()
        try:
            for number, cells in enumerate(csv.reader(file, delimiter=separator, strict=True), start=1):
                yield number, cells
        except csv.Error as error:
            if "field limit" in str(error):
                raise unreadable(
                    f"een cel is langer dan {csv.field_size_limit()} tekens",
                    "Maak de cel korter, of sluit het aanhalingsteken waarmee zij begint.",
                    row=number + 1,
                ) from error
            raise unreadable(
                "een aanhalingsteken opent of sluit een cel op de verkeerde plaats",
                "Verdubbel een aanhalingsteken binnen een cel, en sluit elke cel die ermee begint.",
                row=number + 1,
            ) from error


def _is_credit(cells: list[str]) -> bool:
    """The last line of an export of StatLine, which says where it came from."""
    return cells[0].startswith(_CREDITS) and not any(cell.strip() for cell in cells[1:])


def _misfit(cells: list[str], width: int, separator: str) -> str | None:
    if len(cells) == 1 < width and separator in cells[0]:
        return "quoted"
    if len(cells) < width:
        return "narrow"
    return "wide" if any(cell.strip() for cell in cells[width:]) else None


def _findings(misfits: _Misfits) -> tuple[Finding, ...]:
    return tuple(
        Finding(*_MENDING[name], rows=tuple(rows), count=misfits.counted[name])
        for name, rows in misfits.found.items()
    )
