"""Rows that belong to the layout of a sheet and not to its table: the headers once more, a line of totals."""

from dataclasses import replace

from data.importing.carriers import RawTable, text_column
from data.importing.findings import Finding
from data.store import Connection, literal, rows

_COMPARED = 3
_ROWS_NAMED = 3
_WORD = f"{text_column(0)} >= 'A'"  # quick to see, and no record begins with a word
_TOTAL = "(sub|eind)?totaa?l(en)?:?"
_BLANKS = "' \t\n\r\u00a0\ufeff'"


def without_stray_rows(session: Connection, raw: RawTable) -> RawTable:
    """The same table without them, and one finding for each sort instead of one for each of their cells."""
    sorts = (
        (
            _repeats_headers(raw.headers),
            "hier staan de kolomkoppen nog een keer",
            "Verwijder deze rij; staat er een andere tabel onder, lever die dan apart.",
        ),
        (_is_total(raw.headers), "is een regel met totalen", "Verwijder deze rij; wij tellen zelf."),
    )
    found = []
    for wrong, what, mend in sorts:
        times, first = rows(
            session,
            f"SELECT count(*), min(row_number, {_ROWS_NAMED}) FROM {raw.relation} WHERE {_WORD} AND {wrong}",
        )[0]
        if times and isinstance(first, list):
            found.append((wrong, Finding(what, mend, rows=tuple(first), count=int(str(times)))))
    if not found:
        return raw
    kept = f"{raw.relation}_kept"
    unwanted = " OR ".join(wrong for wrong, _ in found)
    session.execute(f"CREATE TEMP VIEW {kept} AS SELECT * FROM {raw.relation} WHERE ({unwanted}) IS NOT TRUE")
    return replace(raw, relation=kept, findings=(*raw.findings, *(finding for _, finding in found)))


def _repeats_headers(headers: tuple[str, ...]) -> str:
    named = [(index, header) for index, header in enumerate(headers) if header.strip()][:_COMPARED]
    same = [f"{_cell(index)} = {literal(header.strip().lower())}" for index, header in named]
    return f"({' AND '.join(same)})" if len(same) == _COMPARED else "false"


def _is_total(headers: tuple[str, ...]) -> str:
    """The word in the first cell, and most of the others empty."""
    others = ", ".join(f"nullif({text_column(index)}, '')" for index in range(len(headers)))
    few = f"len(list_filter([{others}], lambda cell: cell IS NOT NULL)) <= {len(headers) // 2}"
    return f"(regexp_full_match({_cell(0)}, {literal(_TOTAL)}) AND {few})"


def _cell(index: int) -> str:
    return f"lower(trim({text_column(index)}, {_BLANKS}))"
