"""Which measure of which StatLine table feeds which indicator, as the plan's `statline` says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from data.importing.carriers import text_column
from data.importing.findings import sentence_of, shown_value, unreadable
from data.importing.statline.form import Form, squashed
from data.store import Connection, literal, rows


@dataclass(frozen=True, slots=True)
class Source:
    """One measure of the plan's `statline` table."""

    table_code: str
    measure: str
    indicator: str
    in_percent: bool
    selection: tuple[tuple[str, str], ...] = ()  # column and value of the rows to take

    @property
    def name(self) -> str:
        return squashed(self.measure)


def chosen_sources(connection: Connection, form: Form, file_name: str) -> list[Source]:
    """The measures of the one table that this is a copy of: by its file name, else by its columns."""
    per_table = [
        list(group) for _, group in groupby(_sources(connection), key=lambda source: source.table_code)
    ]
    present = [[each for each in table if each.name in form.measures] for table in per_table]
    candidates = [table for table in present if table]
    named = [table for table in candidates if _names(file_name, table[0].table_code)]
    best = max(map(len, named or candidates), default=0)
    chosen = [table for table in named or candidates if len(table) == best]
    if not chosen:
        raise unreadable(
            "geen enkele kolom is een maat uit statline in het plan",
            "Voeg aan het plan toe welke maat van deze tabel welke indicator voedt.",
            row=1,
        )
    if len(chosen) > 1:
        codes = sentence_of(table[0].table_code for table in chosen)
        raise unreadable(
            f"dit kan tabel {codes} zijn",
            "Zet het nummer van de tabel in de bestandsnaam.",
        )
    return chosen[0]


def taken_rows(form: Form, source: Source, totals: Mapping[str, str]) -> str:
    """SQL: the rows that this measure takes, as the plan chooses; else the totals."""
    chosen = []
    for column, value in source.selection:
        places = form.measures.get(squashed(column))
        if places is None:
            raise unreadable(
                f"de keuze van {source.indicator} noemt een kolom die er niet is: {shown_value(column)}",
                "Verbeter keuze in statline in het plan: kolom=waarde, met de kolomkop van deze tabel.",
                row=1,
            )
        chosen.append(f"lower(trim({text_column(places[0])})) = lower({literal(value)})")
    named = {squashed(column) for column, _ in source.selection}
    others = [total for column, total in totals.items() if squashed(column) not in named]
    return " AND ".join(["true", *chosen, *others])


def _sources(connection: Connection) -> list[Source]:
    found = rows(
        connection,
        """
        SELECT s.table_code, s.measure, s.indicator, i.unit = 'procent', s.selection
        FROM statline_measure AS s
        INNER JOIN indicator AS i ON s.indicator = i.code
        ORDER BY s.table_code, s.row_number
        """,
    )
    return [
        Source(str(table), str(measure), str(code), bool(percent), _selection(str(chosen or "")))
        for table, measure, code, percent, chosen in found
    ]


def _selection(written: str) -> tuple[tuple[str, str], ...]:
    """'Geslacht=T001038|Leeftijd=10000' in pairs."""
    pairs = (part.partition("=") for part in written.split("|") if part)
    return tuple((column.strip(), value.strip()) for column, _, value in pairs)


def _names(file_name: str, table_code: str) -> bool:
    return (
        re.search(rf"(?<![A-Za-z0-9]){re.escape(table_code)}(?![0-9])", file_name, re.IGNORECASE) is not None
    )
