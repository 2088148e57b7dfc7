"""The rows of one sheet written out plainly, with what does not fit in its table."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from data.importing.carriers.cells import DATE_HEADERS, cell_text, date_text, percentage_text
from data.importing.carriers.markup import Markup
from data.importing.findings import Finding
from data.importing.headers import is_second_header, normalised

LAST_ROW = 1_048_576
_ROWS_KEPT = 3
_BROKEN = (
    "#N/A",
    "#N/B",
    "#REF!",
    "#VERW!",
    "#VALUE!",
    "#WAARDE!",
    "#NAME?",
    "#NAAM?",
    "#DIV/0!",
    "#DEEL/0!",
)
_NO_TEXT = (str, type(None))


@dataclass
class _Places:
    """The first rows in which something is, and how many there are."""

    rows: list[int] = field(default_factory=list)
    count: int = 0

    def add(self, row: int) -> None:
        self.count += 1
        if len(self.rows) < _ROWS_KEPT:
            self.rows.append(row)


class SheetWriter:
    """Writes numbered rows of text; `by_cell` when the format of a cell matters for its text."""

    def __init__(
        self, headers: tuple[str, ...], header_row: int, epoch: datetime, markup: Markup, *, by_cell: bool
    ) -> None:
        self._headers = headers
        self._hidden_rows = markup.hidden_rows
        self._hidden_columns = [
            index for index in range(len(headers)) if any(index in hidden for hidden in markup.hidden_columns)
        ]
        self._hidden = _Places()
        self._hidden_in: dict[int, _Places] = {}
        self._header_row = header_row
        self._texts = [_reader(header, epoch) for header in headers]
        self._by_cell = by_cell
        self._wide = _Places()
        self._broken: dict[int, _Places] = {}

    def write(self, rows: Iterable[tuple[Any, ...]], target: Path) -> tuple[Finding, ...]:
        """Write every row below the header that is not blank; a finding for each thing that does not fit."""
        second = None
        with target.open("w", encoding="utf-8", newline="") as copy:
            writer = csv.writer(copy, quoting=csv.QUOTE_ALL, lineterminator="\n")
            after_blank = False
            for number, cells in enumerate(rows, start=1):
                if number <= self._header_row:
                    continue
                texts = self._texts_of(cells)
                if not any(texts):
                    after_blank = True
                    continue
                if after_blank and is_second_header(texts):
                    second = number
                    break
                after_blank = False
                writer.writerow([number, *self._fitted(texts, number)])
        return tuple(self._findings(second))

    def _texts_of(self, cells: tuple[Any, ...]) -> list[str]:
        if not self._by_cell:
            values, texts = cells, self._texts
            if len(cells) > len(texts):
                return [*map(_called, texts, values), *map(cell_text, values[len(texts) :])]
            return list(map(_called, texts, values))
        return [self._shown(index, cell) for index, cell in enumerate(cells)]

    def _shown(self, index: int, cell: Any) -> str:
        value = cell.value
        if not isinstance(value, _NO_TEXT) and "%" in str(cell.number_format):
            return percentage_text(value)
        return self._texts[index](value) if index < len(self._texts) else cell_text(value)

    def _fitted(self, texts: list[str], number: int) -> list[str]:
        width = len(self._headers)
        if len(texts) > width and any(text.strip() for text in texts[width:]):
            self._wide.add(number)
        for index, text in enumerate(texts[:width]):
            if text[:1] == "#" and text in _BROKEN:
                self._broken.setdefault(index, _Places()).add(number)
        self._note_hidden(texts, number)
        return [*texts[:width], *[""] * (width - len(texts))]

    def _note_hidden(self, texts: list[str], number: int) -> None:
        if number in self._hidden_rows:
            self._hidden.add(number)
        for index in self._hidden_columns:
            if index < len(texts) and texts[index]:
                self._hidden_in.setdefault(index, _Places()).add(number)

    def _hidden_findings(self) -> Iterator[Finding]:
        """Whoever hid them may have meant to leave them out; only the sender knows."""
        if self._hidden.count:
            yield Finding(
                "is verborgen en heeft inhoud",
                "Maak de rijen zichtbaar (wis ook een filter), of verwijder ze.",
                rows=tuple(self._hidden.rows),
                count=self._hidden.count,
            )
        for index, places in sorted(self._hidden_in.items()):
            yield Finding(
                "is verborgen en heeft inhoud",
                "Maak de kolom zichtbaar, of verwijder haar.",
                column=self._headers[index],
                rows=tuple(places.rows),
                count=places.count,
            )

    def _findings(self, second: int | None) -> Iterator[Finding]:
        yield from self._hidden_findings()
        if self._wide.count:
            yield Finding(
                "heeft inhoud rechts van de laatste kolomkop",
                "Zet er een kop boven, of maak de cellen leeg.",
                rows=tuple(self._wide.rows),
                count=self._wide.count,
            )
        for index, places in sorted(self._broken.items()):
            yield Finding(
                "is een foutwaarde van het rekenprogramma",
                "Vul de waarde zelf in, of maak de cel leeg.",
                column=self._headers[index],
                rows=tuple(places.rows),
                count=places.count,
            )
        if second is not None:
            yield Finding(
                "hier begint een tweede tabel op hetzelfde blad",
                "Zet elke tabel op een eigen blad, of zet de rijen onder elkaar onder één kop.",
                rows=(second,),
                count=1,
            )


def formula_findings(rows: Iterable[tuple[Any, ...]], headers: tuple[str, ...]) -> tuple[Finding, ...]:
    """A finding per column with formulas, which may give another value on another day."""
    places: dict[int, _Places] = {}
    for number, cells in enumerate(rows, start=1):
        for index, cell in enumerate(cells):
            if cell.data_type == "f":
                places.setdefault(index, _Places()).add(number)
    return tuple(
        Finding(
            "bevat een formule",
            "Kopieer de cellen en plak ze als waarden.",
            column=headers[index] if index < len(headers) and headers[index] else None,
            rows=tuple(found.rows),
            count=found.count,
        )
        for index, found in sorted(places.items())
    )


def _reader(header: str, epoch: datetime) -> Callable[[object], str]:
    if normalised(header) in DATE_HEADERS:
        return lambda value: date_text(value, epoch)
    return cell_text


def _called(reader: Callable[[object], str], value: object) -> str:
    return reader(value)
