"""Column headers in any case, order and spelling of accents, matched with the contract of a table."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import Table

from data.contract import fields
from data.importing.findings import Finding, sentence_of, shown_value
from data.schema import INTAKE_TABLES

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_HEADER_ROW = 1
_TELLING = 3
_MOST_UNKNOWN = 10


@dataclass(frozen=True, slots=True)
class Matched:
    """Which cell holds which column of the contract, and what is wrong with the headers."""

    positions: Mapping[str, int]
    nameless: tuple[int, ...]
    findings: tuple[Finding, ...]


def normalised(header: str) -> str:
    """'Reden beëindiging ' and 'REDEN_BEEINDIGING' are one header."""
    plain = unicodedata.normalize("NFKD", header.replace("\ufeff", "")).encode("ascii", "ignore").decode()
    return _NOT_A_WORD.sub("_", plain.casefold()).strip("_")


_EVERY_HEADER = frozenset(
    normalised(field.header) for table in INTAKE_TABLES for field in fields(table).values()
)


def contract_headers(table: Table) -> dict[str, str]:
    """The column name per normalised header."""
    return {normalised(field.header): name for name, field in fields(table).items()}


def fit(headers: tuple[str, ...], table: Table) -> float:
    """How well the headers fit: the share that is known, plus the share of required columns that is there."""
    known = contract_headers(table)
    delivered = {normalised(header) for header in headers} - {""}
    required = [header for header, name in known.items() if fields(table)[name].required]
    if not delivered:
        return 0.0
    return len(delivered & known.keys()) / len(delivered) + sum(h in delivered for h in required) / len(
        required
    )


def is_second_header(cells: Sequence[str]) -> bool:
    """Whether a row lower in the sheet is the header of another table: mostly names of our columns."""
    filled = [normalised(cell) for cell in cells if cell.strip()]
    known = sum(cell in _EVERY_HEADER for cell in filled)
    return known >= _TELLING and 2 * known > len(filled)


def matched(headers: tuple[str, ...], table: Table) -> Matched:
    """The positions of the table's columns; every missing, unknown or doubled header is a finding."""
    known = contract_headers(table)
    delivered = [normalised(header) for header in headers]
    positions = {known[header]: index for index, header in enumerate(delivered) if header in known}
    nameless = tuple(index for index, header in enumerate(headers) if not header.strip())
    unknown = [
        headers[index]
        for index, header in enumerate(delivered)
        if header not in known and index not in nameless
    ]
    findings = (*_missing(table, positions), *_unknown(unknown, known), *_doubled(delivered, known))
    return Matched(positions, nameless, findings)


def _missing(table: Table, positions: Mapping[str, int]) -> list[Finding]:
    missing = [
        field.header for name, field in fields(table).items() if field.required and name not in positions
    ]
    if not missing:
        return []
    return [
        Finding(
            f"verplichte kolommen ontbreken: {sentence_of(missing)}"
            if len(missing) > 1
            else f"de verplichte kolom {missing[0]} ontbreekt",
            "Voeg toe wat ontbreekt, met precies deze naam in de eerste rij.",
            rows=(_HEADER_ROW,),
            count=1,
        )
    ]


def _unknown(unknown: list[str], known: Mapping[str, str]) -> list[Finding]:
    found = [
        Finding(
            f"onbekende kolom {shown_value(header)}",
            _suggestion(header, known),
            rows=(_HEADER_ROW,),
            count=1,
        )
        for header in unknown[:_MOST_UNKNOWN]
    ]
    others = len(unknown) - len(found)
    if others:
        found.append(
            Finding(
                f"en nog {others} onbekende {'kolom' if others == 1 else 'kolommen'}",
                "Gebruik het sjabloon (python manage.py template).",
                rows=(_HEADER_ROW,),
                count=1,
            )
        )
    return found


def _suggestion(header: str, known: Mapping[str, str]) -> str:
    near = get_close_matches(normalised(header), known, n=1, cutoff=0.75)
    return (
        f"Bedoelt u {near[0]}?"
        if near
        else "Verwijder de kolom; wat niet is afgesproken, wordt niet bewaard."
    )


def _doubled(delivered: list[str], known: Mapping[str, str]) -> list[Finding]:
    return [
        Finding(
            f"de kolom {header} staat er {times} keer",
            "Houd een van de twee over.",
            rows=(_HEADER_ROW,),
            count=1,
        )
        for header, times in Counter(delivered).items()
        if times > 1 and header in known
    ]
